import Koa from 'koa';
import { afterLeaving } from '../logout.mjs';
import { serve, strong } from '../serve.mjs';

const start = ({ default: session }, options, _more, leave = () => undefined, renew = () => undefined) =>
  serve((visited) =>
    Object.assign(new Koa(), { keys: [strong] })
      .use(session(options))
      .use(async (ctx) => {
        await renew(ctx);
        await visited(() => ctx.session);
        await leave(ctx);
        ctx.body = '';
      })
      .on('error', () => undefined)
      .callback(),
  );

export default {
  module: 'koa-session-minimal',
  places: {
    'default()': { start },
    'ctx.session': {
      proofs: {
        'ends when it is set to nothing': afterLeaving('ends', start, {}, (ctx) => {
          ctx.session = null;
        }),
        'lives when its cookie is cleared': afterLeaving('lives', start, {}, (ctx) =>
          ctx.cookies.set('koa:sess', null),
        ),
        async 'renewed by'(library) {
          let isRenewed = false;
          const app = await start(
            library,
            {},
            {},
            undefined,
            async (ctx) => isRenewed && (await ctx.sessionHandler.regenerateId()),
          );
          const visit = (count, cookie) =>
            app.visit({ https: true, cookie, act: (session) => (session().count = count) });
          const cookieOf = (lines) => lines.map((line) => line.split(';')[0]).join('; ');
          const first = cookieOf(await visit(1));
          const kept = cookieOf(await visit(2, first));
          isRenewed = true;
          const renewed = cookieOf(await visit(3, first));
          await app.close();
          return (kept === '' || kept === first) && renewed !== '' && renewed !== first
            ? undefined
            : `from ${first} to ${kept}, then ${renewed}`;
        },
      },
    },
  },
};
