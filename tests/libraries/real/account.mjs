// What probes of passport and of its relatives share.

/** A strategy by which everybody who comes is somebody. */
export class Somebody {
  name = 'somebody';

  authenticate() {
    this.success({ name: 'somebody' });
  }
}

/**
 * A request of Express and what it can do to its session.
 * @returns {import('./probe').Account}
 */
export const accountOf = (passport, req, res) => ({
  keep: () => (req.session.kept = 'value'),
  isIn: () => req.isAuthenticated(),
  call: (method, { options, callback }) =>
    new Promise((resolve, reject) => {
      const done = (error) => (error ? reject(error) : resolve());
      const given = options ? [options] : [];
      if (method === 'authenticate') {
        return passport.authenticate('somebody', ...given, ...(callback ? [() => resolve()] : []))(req, res, done);
      }
      const user = /^login$/i.test(method) ? [{ name: 'somebody' }] : [];
      const call = req[method];
      // Old versions log out at once, whatever they are given.
      const isSoon = callback === false || (user.length === 0 && call.length === 0);
      call.call(req, ...user, ...given, ...(isSoon ? [] : [done]));
      if (isSoon) resolve();
    }),
});
