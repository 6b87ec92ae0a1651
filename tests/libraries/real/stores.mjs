// What probes of the stores of express-session share.
import express from 'express';
import session from 'express-session';
import { serve, strong } from './serve.mjs';

const words = 'words that a store keeps';

/** One request to a program that opens a store for itself, and ends with it. The lines of its cookies. */
async function visit({ open, end }, given) {
  const store = await open();
  const app = await serve((visited) =>
    express()
      .use(session({ store, secret: strong, resave: false, saveUninitialized: false }))
      .use(async (req, res) => {
        await visited(() => req.session);
        res.end();
      }),
  );
  try {
    return await app.visit({ https: true, ...given });
  } finally {
    await app.close();
    await end?.(store);
  }
}

/** Writes words into a session in one program, and reads them in another; what is wrong with that, if anything. */
async function problemOf(kept) {
  let id;
  const write = (current) => {
    id = current().id;
    current().note = words;
  };
  const lines = await visit(kept, { act: write });
  const cookie = lines.map((line) => line.split(';')[0]).join('; ');
  let back;
  await visit(kept, { cookie, act: (current) => (back = current().note) });
  if (back !== words) return `read back ${back} with ${lines}`;
  // The id and 43 characters that sign it leave no room for words, in whatever encoding.
  const [, own] = /^connect\.sid=s:(.*)\.[\w+/]{43}$/.exec(decodeURIComponent(cookie)) ?? [];
  return own === id ? undefined : `more than the id ${id} in ${cookie}`;
}

/** What is wrong, and the text of all that the store has then. */
async function look(make, library, options) {
  const kept = await make(library, session, options);
  try {
    const problem = await problemOf(kept);
    return { problem, text: problem === undefined ? await kept.text() : '' };
  } finally {
    await kept.close?.();
  }
}

/**
 * A place with a store. `make` is given the library, `express-session` and options, and answers how a program opens a
 * store and ends it, the text of all that is kept, and what takes that away. `secrets` are the options that encrypt, by
 * the name of the secret, or make them from the library.
 */
export function placeOf(make, secrets = {}) {
  const looks = new Map();
  // Some databases take seconds to start: two facts are seen in one look.
  const plainly = (library) => {
    if (!looks.has(library)) looks.set(library, look(make, library, {}));
    return looks.get(library);
  };
  const encrypts = (options) => async (library) => {
    const { problem, text } = await look(make, library, typeof options === 'function' ? options(library) : options);
    return problem ?? (text === '' || text.includes(words) ? `kept as ${text}` : undefined);
  };
  return {
    proofs: {
      'keeps sessions': async (library) => (await plainly(library)).problem,
      'clear text': async (library) => {
        const { problem, text } = await plainly(library);
        return problem ?? (text.includes(words) ? undefined : `kept as ${text}`);
      },
      ...Object.fromEntries(
        Object.entries(secrets).map(([name, options]) => [`encrypts with ${name}`, encrypts(options)]),
      ),
    },
  };
}
