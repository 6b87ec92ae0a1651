import { serve, strong } from '../serve.mjs';
import { behindProxy, handed, inOrder, koa as framework } from '../servers.mjs';

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

/** Answers with a text at one path. */
const answering = (textOf) => (app) =>
  app.use(async (ctx, next) => {
    if (ctx.path !== '/routed') return next();
    ctx.body = textOf(ctx);
  });

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
    'handlers of default()': {
      proofs: handed(
        framework,
        ({ default: Koa }) => new Koa(),
        [(app, seen) => app.use(async (c, next) => (c.path === '/routed' && seen(c), next()))],
        { 'parameter 1 is ctx': (c) => typeof c.session === 'object' && typeof c.cookies.set === 'function' },
      ),
    },
    'application default()': {
      proofs: {
        'adds: use': ({ default: Koa }) => inOrder(framework, () => [new Koa(), answering(() => 'routed')], true)(),
        'runs in order': ({ default: Koa }) => inOrder(framework, () => [new Koa(), answering(() => 'routed')], true)(),
        'gives itself: use': ({ default: Koa }) => {
          const app = new Koa();
          return app.use(async () => undefined) === app ? undefined : 'gives something else';
        },
        'behind a proxy': ({ default: Koa }) =>
          behindProxy(framework, (isTold) => {
            const app = new Koa();
            if (isTold) app.proxy = true;
            return [app, answering((ctx) => `secure: ${ctx.secure}`)];
          })(),
      },
    },
  },
};
