export default {
  module: 'Set-Cookie',
  unproven: 'the text of the header is what the other libraries are read by',
};
