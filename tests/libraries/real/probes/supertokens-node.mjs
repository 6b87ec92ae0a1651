import { once } from 'node:events';
import http from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import { serve } from '../serve.mjs';

const require = createRequire(import.meta.url);
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the core, a program in Java, answers to a new session: tokens that hold the payload it is given. */
async function startCore() {
  const core = http.createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const { userId = '', userDataInJWT = {} } = JSON.parse(body || '{}');
    const createdTime = Date.now();
    const expiry = createdTime + 3_600_000;
    const token = [{ alg: 'RS256', kid: 'd-1', typ: 'JWT', version: '5' }, { sub: userId, ...userDataInJWT }, 'none']
      .map(part)
      .join('.');
    const answers = {
      '/apiversion': { versions: ['5.2', '5.3', '5.4'] },
      '/user/id': { status: 'UNKNOWN_USER_ID_ERROR' },
      '/public/recipe/session': {
        status: 'OK',
        session: { handle: 'handle', userId, recipeUserId: userId, userDataInJWT, tenantId: 'public' },
        accessToken: { token, expiry, createdTime },
        refreshToken: { token: 'refresh', expiry, createdTime },
      },
    };
    res.setHeader('content-type', 'application/json').end(JSON.stringify(answers[req.url.split('?')[0]]));
  });
  await once(core.listen(0, '127.0.0.1'), 'listening');
  return core;
}

/** It is set up once in a process; each start forgets what was before. */
function forget() {
  const made = /lib[\\/]build[\\/](?:supertokens|recipe[\\/]\w+[\\/]recipe)\.js$/;
  for (const file of Object.keys(require.cache)) if (made.test(file)) require(file).default.instance = undefined;
  require('supertokens-node/lib/build/querier').Querier.initCalled = false;
}

/** An application that logs somebody in at each visit. */
async function start({ default: supertokens }, config, headersOf = () => undefined, payload = {}) {
  const Session = require('supertokens-node/recipe/session');
  const core = await startCore();
  const app = await serve((visited) => {
    forget();
    supertokens.init({
      framework: 'express',
      telemetry: false,
      supertokens: { connectionURI: `http://127.0.0.1:${core.address().port}` },
      appInfo: { appName: 'probe', apiDomain: 'https://api.example.com', websiteDomain: 'https://example.com' },
      recipeList: [Session.init(config)],
    });
    return express().use(async (req, res) => {
      req.headers['st-auth-mode'] = 'cookie';
      await Session.createNewSession(req, res, 'public', supertokens.convertToRecipeUserId('somebody'), payload);
      await visited();
      headersOf(res.getHeaders());
      res.end();
    });
  });
  return {
    visit: app.visit,
    close: () => {
      core.closeAllConnections();
      return Promise.all([app.close(), new Promise((resolve) => core.close(resolve))]);
    },
  };
}

const onServer = 'the session lies in the database of the core, which is a program of its own';

export default {
  module: 'supertokens-node',
  places: {
    'init()': {
      besides: ['sRefreshToken'],
      unproven: Object.fromEntries(
        ['storage', 'assign: mergeIntoAccessTokenPayload', 'all: getAccessTokenPayload', 'destroy: revokeSession'].map(
          (fact) => [fact, onServer],
        ),
      ),
      start: (library, config) => start(library, config),
    },
    'createNewSession()': {
      async browser(library, marker) {
        let handed = '';
        const app = await start(
          library,
          {},
          (headers) => (handed = Buffer.from(headers['front-token'], 'base64').toString()),
          { marker },
        );
        await app.visit({ https: true, act: () => undefined });
        await app.close();
        return handed;
      },
    },
  },
};
