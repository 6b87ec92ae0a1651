/** Writes lines with a function that serializes. */
const lines = (write) => ({ visit: async () => [write('sid', 'value')] });

export default {
  module: 'cookie',
  packages: ['cookie', 'cookie-es'],
  places: {
    'serialize()': {
      start: ({ serialize }, options, { withoutOptions }) =>
        lines((name, value) => (withoutOptions ? serialize(name, value) : serialize(name, value, options))),
    },
    'stringifySetCookie()': {
      packages: ['cookie'],
      start: ({ stringifySetCookie }, options) =>
        lines((name, value) => stringifySetCookie({ name, value, ...options })),
    },
  },
};
