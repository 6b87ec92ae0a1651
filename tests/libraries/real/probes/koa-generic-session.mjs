import Koa from 'koa';
import { serve, strong } from '../serve.mjs';

export default {
  module: 'koa-generic-session',
  places: {
    'default()': {
      start: ({ default: session }, options) =>
        serve((visited) =>
          Object.assign(new Koa(), { keys: [strong] })
            .use(session(options))
            .use(async (ctx) => {
              await visited(() => ctx.session);
              ctx.body = '';
            })
            .on('error', () => undefined)
            .callback(),
        ),
    },
  },
};
