import { HttpContextFactory, RequestFactory, ResponseFactory } from '@adonisjs/core/factories/http';
import { stores } from '@adonisjs/session';
import { SessionMiddlewareFactory } from '@adonisjs/session/factories';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../serve.mjs';

/** The middleware of an application, with the store that tests of it use. */
const start = (_library, options) =>
  serve(async (visited) => {
    const known = {
      cookie: await stores.cookie().resolver(),
      file: await stores.file({ location: mkdtempSync(join(tmpdir(), 'adonis-')) }).resolver(),
    };
    const config = { store: 'memory', stores: known, ...options };
    const middleware = await new SessionMiddlewareFactory().merge({ config }).create();
    return async (req, res) => {
      try {
        const request = new RequestFactory().merge({ req, res }).create();
        const response = new ResponseFactory().merge({ req, res }).create();
        const ctx = new HttpContextFactory().merge({ request, response }).create();
        await middleware.handle(ctx, () => visited(() => ctx.session));
        response.send('ok');
        response.finish();
      } catch (error) {
        res.statusCode = 500;
        res.end(error.stack);
      }
    };
  });

export default {
  module: '@adonisjs/session',
  unproven: {
    'storage with store: "memory"': 'its sessions are those of everything in the process',
    ...Object.fromEntries(
      ['redis', 'database', 'dynamodb'].map((name) => [`storage with store: "${name}"`, 'needs a server']),
    ),
  },
  places: { 'defineConfig()': { start }, 'ctx.session': { start } },
};
