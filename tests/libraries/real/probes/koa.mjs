import { serve, strong } from '../serve.mjs';

/** An application that writes one cookie. */
const writing = (app, write) =>
  serve((visited) =>
    app
      .use(async (ctx) => {
        await visited();
        write(ctx);
        ctx.body = '';
      })
      .on('error', () => undefined)
      .callback(),
  );
const signed = (ctx) => ctx.cookies.set('sid', 'value', { signed: true });

export default {
  module: 'koa',
  places: {
    'default().keys =': {
      secret: (text) => [text],
      start: ({ default: Koa }, keys) => writing(Object.assign(new Koa(), keys && { keys }), signed),
    },
    'default()': {
      secret: (text) => [text],
      start: ({ default: Koa }, options) => writing(new Koa(options), signed),
    },
    'ctx.cookies.set()': {
      start: ({ default: Koa }, options, { withoutOptions }) =>
        writing(new Koa({ keys: [strong] }), (ctx) =>
          withoutOptions ? ctx.cookies.set('sid', 'value') : ctx.cookies.set('sid', 'value', options),
        ),
    },
    'reading by ctx.cookies.get()': {
      start: ({ default: Koa }) =>
        serve((visited) =>
          new Koa()
            .use(async (ctx) => {
              await visited(() => ({ call: (...given) => ctx.cookies.get(...given) }));
              ctx.body = '';
            })
            .on('error', () => undefined)
            .callback(),
        ),
    },
  },
};
