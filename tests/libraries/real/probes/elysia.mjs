import { Elysia } from 'elysia';
import { fetching } from '../fetching.mjs';
import { strong } from '../serve.mjs';

/** An application that writes one cookie. */
const writing = (config, write) =>
  fetching((_visited, failing) => {
    const app = new Elysia(config).onError(({ error }) => {
      failing(error);
      return '';
    });
    app.get('/*', ({ cookie: { sid } }) => {
      write(sid);
      return '';
    });
    return (request) => app.handle(request);
  });

export default {
  module: 'elysia',
  unproven: {
    'secret cookie.secrets': 'every one is taken',
    'secret secrets': 'every one is taken',
    't.Cookie()': 'a schema, which writes nothing',
  },
  places: {
    'Elysia()': {
      options: {},
      start: (_library, options) =>
        writing({ cookie: { secrets: strong, sign: ['sid'] }, ...options }, (sid) => (sid.value = 'value')),
    },
    'cookie.*.set()': {
      start: (_library, options) => writing({}, (sid) => sid.set({ value: 'value', ...options })),
    },
    'cookie.* =': {
      start: (_library, options) => writing({}, (sid) => Object.assign(sid, { value: 'value', ...options })),
    },
  },
};
