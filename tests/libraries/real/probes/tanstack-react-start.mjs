import { fetching } from '../fetching.mjs';
import { placesOf } from '../h3-places.mjs';

/** The core's own handler of requests, in which its functions find theirs. */
const serving = (library, handle) =>
  fetching((visited, failing) =>
    library.requestHandler(async () => {
      try {
        await handle(library, visited);
      } catch (error) {
        failing(error);
      }
      return new Response('');
    }),
  );

export default {
  module: '@tanstack/react-start',
  // What `@tanstack/react-start/server` and `@tanstack/solid-start/server` export.
  packages: ['@tanstack/start-server-core', 'tanstack-start-server-core-1.132'],
  places: placesOf(serving),
};
