import { AsyncLocalStorage } from 'node:async_hooks';
import { getContext } from 'unctx';
import * as vinxi from 'vinxi/http';
import { fetching } from '../fetching.mjs';
import { placesOf } from '../h3-places.mjs';

// What the server of an application sets before its first request; SolidStart turns `asyncContext` on.
globalThis.app = { config: { server: { experimental: { asyncContext: true } } } };
const current = getContext('nitro-app', { asyncContext: true, AsyncLocalStorage });

/** An application with one handler, whose event is found as it is in the server that vinxi builds. */
const serving = (_library, handle) =>
  fetching((visited, failing) => {
    const handler = async (event) => {
      try {
        await current.callAsync({ event }, () => handle(vinxi, visited));
      } catch (error) {
        failing(error);
      }
      return '';
    };
    return vinxi.toWebHandler(vinxi.createApp().use(vinxi.eventHandler(handler)));
  });

export default {
  module: 'vinxi',
  // The package itself is the bundler.
  isLoaded: false,
  places: placesOf(serving),
};
