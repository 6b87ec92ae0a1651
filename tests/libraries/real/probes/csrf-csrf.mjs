export default {
  module: 'csrf-csrf',
  unproven: 'known by their names alone, and nothing is said of what they do',
};
