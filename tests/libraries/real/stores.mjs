// What probes of the stores of express-session share.
import express from 'express';
import session from 'express-session';
import { serve, strong } from './serve.mjs';

const words = 'words that a store keeps';

const serving = (store) =>
  serve((visited) =>
    express()
      .use(session({ store, secret: strong, resave: false, saveUninitialized: false }))
      .use(async (req, res) => {
        await visited(() => req.session);
        res.end();
      }),
  );

/** Writes words into a session in one program, and reads them in another that has the same store. */
async function backFrom(store) {
  const first = await serving(store);
  const lines = await first.visit({ https: true, act: (current) => (current().note = words) });
  await first.close();
  const cookie = lines.map((line) => line.split(';')[0]).join('; ');
  const second = await serving(store);
  let back;
  await second.visit({ https: true, cookie, act: (current) => (back = current().note) });
  await second.close();
  return back === words && !lines.join().includes(words) ? undefined : `read back ${back} with ${lines}`;
}

/**
 * A place with a store. `make` is given the library, `express-session` and options; it answers a store, the text of
 * all it has, and what takes it away. `secrets` are the options that encrypt, by the name of the secret, or make them from the library.
 */
export const placeOf = (make, secrets = {}) => ({
  proofs: {
    'keeps sessions': async (library) => {
      const { store, close } = await make(library, session, {});
      const problem = await backFrom(store);
      await close?.();
      return problem;
    },
    ...Object.fromEntries(
      Object.entries(secrets).map(([name, options]) => [
        `encrypts with ${name}`,
        async (library) => {
          const secret = typeof options === 'function' ? options(library) : options;
          for (const [given, isPlain] of [[{}, true], [secret, false]]) {
            const { store, text, close } = await make(library, session, given);
            const problem = await backFrom(store);
            const kept = await text();
            await close?.();
            if (problem !== undefined) return problem;
            if (kept === '' || kept.includes(words) !== isPlain) return `with ${JSON.stringify(given)}: ${kept}`;
          }
          return undefined;
        },
      ]),
    ),
  },
});
