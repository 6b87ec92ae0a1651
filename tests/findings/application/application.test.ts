import { expect, it } from 'vitest';
import { applicationsIn } from '../../../src/findings/application/application';
import { changingRoutesOf } from '../../../src/findings/application/changing-routes';
import { inFile } from '../../support/probe';

const head = `import express from 'express';
import session from 'express-session';
const app = express();
app.use(session({ store, secret }));
`;

/** How many routes that change something the application has. */
const countIn = (code: string): number | undefined =>
  inFile(head + code, (file) => applicationsIn(file).map((one) => changingRoutesOf(one, file).length))[0];

it.each([
  ['its own', "app.post('/a', f); app.delete('/a', f); app.get('/a', f);", 2],
  [
    'those of a router',
    "const router = express.Router(); app.use(router); router.post('/a', f); router.get('/a', f);",
    1,
  ],
  [
    'those of a router below a path',
    "const router = express.Router(); app.use('/api', check, router); router.put('/a', f);",
    1,
  ],
  ['none of a router that is not added', "const router = express.Router(); router.post('/a', f);", 0],
  [
    'none of something else that is added',
    "const client = connect(); app.use(client.middleware()); client.post('/a', f);",
    0,
  ],
  ['none of what another module gives', "import api from './api'; app.use(api); api.post('/a', f);", 0],
])('%s', (_which, code, count) => {
  expect(countIn(code)).toBe(count);
});
