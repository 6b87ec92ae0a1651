// What probes of h3 and of the frameworks that hand its functions on share.
import { strong } from './serve.mjs';

/**
 * The places of their facts. `serving` is given the library and what to do in each request: a function that takes h3's
 * functions as they are without an event, and `visited`; `before` is what `getCookie` takes before the name.
 */
export const placesOf = (serving) => ({
  'useSession()': {
    options: { password: strong },
    start: (library, options) =>
      serving(library, async ({ useSession }, visited) => {
        const session = await useSession(options);
        await visited(() => session);
      }),
    write: (session, key, value) => session.update({ [key]: value }),
    read: (session, key) => session?.data[key],
    endsData: true,
  },
  'sealSession()': {
    options: { password: strong },
    start: (library, options) =>
      serving(library, async ({ getSession, sealSession, setCookie }) => {
        await getSession({ password: strong });
        setCookie('seal', await sealSession(options));
      }),
    besides: ['h3', 'start'],
  },
  'setCookie()': {
    start: (library, options, { withoutOptions }) =>
      serving(library, ({ setCookie }) => {
        if (withoutOptions) setCookie('sid', 'value');
        else setCookie('sid', 'value', options);
      }),
  },
  'reading by getCookie()': {
    start: (library) =>
      serving(library, ({ getCookie, before }, visited) => visited(() => ({ call: getCookie, before }))),
  },
});
