import cookieParser from 'cookie-parser';
import { serve, strong } from '../serve.mjs';
import { behindProxy, express as framework, forEach, handed, inOrder, routed, servedWithSession } from '../servers.mjs';

const text = (_req, res) => res.end('routed');
/** What each method that gives the application back is called with. */
const given = {
  set: ['x', 1],
  enable: ['x'],
  disable: ['x'],
  engine: ['x', text],
  param: ['x', text],
  on: ['x', text],
  once: ['x', text],
  use: [text],
};

export default {
  module: 'express',
  packages: ['express', 'express-4'],
  places: {
    'res.cookie()': {
      start: ({ default: express }, options, { withoutOptions }) =>
        serve((visited) =>
          express()
            .use(cookieParser(strong))
            .use(async (_req, res) => {
              await visited();
              (withoutOptions ? res.cookie('sid', 'value') : res.cookie('sid', 'value', options)).end();
            }),
        ),
    },
    'application default()': {
      proofs: {
        'adds: use': ({ default: express }) =>
          inOrder(framework, () => [express(), (app) => app.use('/routed', text)], true)(),
        'runs in order': ({ default: express }) =>
          inOrder(framework, () => [express(), (app) => app.get('/routed', text)], true)(),
        'behind a proxy': ({ default: express }) =>
          behindProxy(framework, (isTold) => {
            const app = express();
            if (isTold) app.set('trust proxy', 1);
            return [app, () => app.get('/routed', (req, res) => res.end(`secure: ${req.secure}`))];
          })(),
        ...forEach(
          'route',
          ['post', 'put', 'patch', 'delete'],
          (method) =>
            ({ default: express }) =>
              routed(framework, () => [express(), (app) => app[method]('/routed', text)], method)(),
        ),
        ...forEach(
          'gives itself',
          [...Object.keys(given), 'all', 'get', 'head', 'options', 'post', 'put', 'patch', 'delete'],
          (method) =>
            ({ default: express }) => {
              const app = express();
              return app[method](...(given[method] ?? ['/x', text])) === app ? undefined : 'gives something else';
            },
        ),
      },
    },
    'routes of Router()': {
      proofs: forEach(
        'route',
        ['post', 'put', 'patch', 'delete'],
        (method) =>
          ({ default: express }) =>
            routed(framework, () => [express(), (app) => app.use(express.Router()[method]('/routed', text))], method)(),
      ),
    },
    'handlers of default()': {
      proofs: {
        ...handed(
          framework,
          ({ default: express }) => express(),
          [
            (app, seen) => app.get('/routed', (r, w) => (seen(r, w), w.end())),
            (app, seen) => app.use('/routed', (r, w, go) => (seen(r, w), go())),
            (app, seen) => app.route('/routed').all((r, w) => (seen(r, w), w.end())),
            (app, seen, { default: express }) =>
              app.use(express.Router().get('/routed', [(r, w) => (seen(r, w), w.end())])),
          ],
          {
            'parameter 1 is req': (r) => typeof r.session === 'object',
            'parameter 2 is res': (_r, w) => typeof w.cookie === 'function',
          },
        ),
        ...handed(
          framework,
          ({ default: express }) => express(),
          [
            (app, seen) =>
              app
                .get('/routed', () => {
                  throw new Error('on purpose');
                })
                // A function is given errors for having four parameters.
                .use((e, r, w, go) => (seen(e, r, w), go && w.end())),
          ],
          {
            'an error first, of 4': (e, r, w) =>
              e.message === 'on purpose' && typeof r.session === 'object' && typeof w.cookie === 'function',
          },
        ),
      },
    },
    'files by static()': {
      proofs: {
        'files with the session': ({ default: express }) =>
          servedWithSession(framework, express, (app, folder) => app.use(express.static(folder)), true)(),
      },
    },
  },
};
