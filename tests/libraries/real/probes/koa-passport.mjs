import Koa from 'koa';
import session from 'koa-session';
import { Somebody } from '../account.mjs';
import { serve, strong } from '../serve.mjs';

/** A store in the memory of the program. */
function storeOf() {
  const kept = new Map();
  return {
    get: async (id) => kept.get(id),
    set: async (id, data) => void kept.set(id, data),
    destroy: async (id) => void kept.delete(id),
  };
}

const account = {
  start: ({ KoaPassport, default: own }) => {
    const passport = KoaPassport ? new KoaPassport() : new own.KoaPassport();
    passport.use(new Somebody());
    passport.serializeUser((_user, done) => done(null, 'somebody'));
    passport.deserializeUser((user, done) => done(null, user));
    return serve((visited) => {
      const app = Object.assign(new Koa(), { keys: [strong] });
      return app
        .use(session({ store: storeOf() }, app))
        .use(passport.initialize())
        .use(passport.session())
        .use(async (ctx) => {
          await visited(() => accountOf(passport, ctx));
          ctx.status = 200;
          ctx.body = '';
        })
        .callback();
    });
  },
};

/** @returns {import('../probe').Account} */
const accountOf = (passport, ctx) => ({
  keep: () => (ctx.session.kept = 'value'),
  isIn: () => ctx.isAuthenticated(),
  call(method, { options, callback }) {
    if (method === 'authenticate') {
      const given = [...(options ? [options] : []), ...(callback ? [() => undefined] : [])];
      return passport.authenticate('somebody', ...given)(ctx, async () => undefined);
    }
    return ctx[method](...(/^login$/i.test(method) ? [{ name: 'somebody' }] : []), ...(options ? [options] : []));
  },
});

export default {
  module: 'koa-passport',
  packages: ['koa-passport', 'koa-passport-4'],
  places: {
    'ctx.login()': account,
    'authenticate()': account,
    'ctx.logout()': account,
  },
};
