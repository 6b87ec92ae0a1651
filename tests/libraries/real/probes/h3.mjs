import * as one from 'h3-1';
import * as two from 'h3';
import { fetching } from '../fetching.mjs';
import { strong } from '../serve.mjs';

/** An application of version 1 or 2 with one handler. */
const serving = (library, handle) =>
  fetching((visited, failing) => {
    const handler = async (event) => {
      try {
        await handle(event, visited);
      } catch (error) {
        failing(error);
      }
      return '';
    };
    if (!library.H3) return one.toWebHandler(one.createApp().use(one.eventHandler(handler)));
    const app = new two.H3().all('/**', handler);
    return (request) => app.fetch(request);
  });

const asOf = (library) => (library.H3 ? two : one);

export default {
  module: 'h3',
  packages: ['h3', 'h3-1'],
  places: {
    'useSession()': {
      options: { password: strong },
      start: (library, options) =>
        serving(library, async (event, visited) => {
          const session = await asOf(library).useSession(event, options);
          await visited(() => session);
        }),
      write: (session, key, value) => session.update({ [key]: value }),
      read: (session, key) => session?.data[key],
    },
    'sealSession()': {
      options: { password: strong },
      start: (library, options) => {
        let sealed;
        return serving(library, async (event) => {
          const { getSession, sealSession, setCookie } = asOf(library);
          await getSession(event, { password: strong });
          sealed = await sealSession(event, options);
          setCookie(event, 'seal', sealed);
        });
      },
      besides: ['h3'],
    },
    'setCookie()': {
      start: (library, options, { withoutOptions }) =>
        serving(library, (event) => {
          const { setCookie } = asOf(library);
          if (withoutOptions) setCookie(event, 'sid', 'value');
          else setCookie(event, 'sid', 'value', options);
        }),
    },
  },
};
