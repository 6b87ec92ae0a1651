import * as one from 'h3-1';
import * as two from 'h3';
import { fetching } from '../fetching.mjs';
import { placesOf } from '../h3-places.mjs';

/** An application of version 1 or 2 with one handler. */
const serving = (library, handle) =>
  fetching((visited, failing) => {
    const h3 = library.H3 ? two : one;
    const handler = async (event) => {
      const of =
        (name) =>
        (...given) =>
          h3[name](event, ...given);
      const functions = {
        useSession: of('useSession'),
        getSession: of('getSession'),
        sealSession: of('sealSession'),
        setCookie: of('setCookie'),
        getCookie: h3.getCookie,
        before: [event],
      };
      try {
        await handle(functions, visited);
      } catch (error) {
        failing(error);
      }
      return '';
    };
    if (!library.H3) return one.toWebHandler(one.createApp().use(one.eventHandler(handler)));
    const app = new two.H3().all('/**', handler);
    return (request) => app.fetch(request);
  });

export default { module: 'h3', packages: ['h3', 'h3-1'], places: placesOf(serving) };
