export default {
  module: 'cookies-next',
  // It hands name, value and options on as they are; what becomes of them is proven of `cookie` and `next`.
  unproven: 'writes with `cookie` or with the cookies of `next`, both of which are proven by themselves',
};
