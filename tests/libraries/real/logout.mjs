// What a logout leaves behind that does less than end the session: proofs for `afterUnset` and `afterCookie` of the facts.

const cookieOf = (lines) => lines.map((line) => line.split(';')[0]).join('; ');

/** The way to start a library, as a probe has it, with what else a request does. */
const kept = async (start, library, options, leave) => {
  let isLeaving = false;
  const app = await start(library, options, {}, (...request) => (isLeaving ? leave(...request) : undefined));
  const read = async (cookie) => {
    let user;
    await app.visit({ https: true, cookie, act: (session) => (user = session()?.user) });
    return user;
  };
  try {
    const cookie = cookieOf(await app.visit({ https: true, act: (session) => (session().user = 'somebody') }));
    if ((await read(cookie)) !== 'somebody') return 'is not kept at all';
    isLeaving = true;
    // A library may refuse to answer then; what counts is what it does with the store.
    await app.visit({ https: true, cookie, act: () => undefined }).catch(() => undefined);
    isLeaving = false;
    return (await read(cookie)) === 'somebody' ? 'lives' : 'ends';
  } finally {
    await app.close();
  }
};

/**
 * Logs in, leaves by each of the ways, and comes back with the cookie from before.
 * @param expected `lives` or `ends`
 */
export const afterLeaving =
  (expected, start, options, ...ways) =>
  async (library) => {
    for (const leave of ways) {
      const found = await kept(start, library, options, leave);
      if (found !== expected) return `${leave}: ${found}`;
    }
    return undefined;
  };
