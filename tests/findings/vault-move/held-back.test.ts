import { describe, expect, it } from 'vitest';
import { fix } from '../../support/lint';

const settings = { vault: { module: '#session-vault' } };
const head = "import { vault } from '#session-vault';\nimport _ from 'lodash';\n";
const write = "app.get('/in', async (req, res) => { req.session.accessToken = t; });\n";
const moved = "app.get('/in', async (req, res) => { req.session.accessTokenRef = await vault.store(t); });\n";

const fixed = (more: string): string => fix(head + write + more, { settings, preset: 'recommended' }).output;

describe('a key stays where the file also has', () => {
  it.each([
    '_.merge(req.session, tokens);',
    "_.set(req, 'session.accessToken', t);",
    "_.get(req, ['session', 'accessToken']);",
    '_.get(req, `session.${name}`);',
    "_.pick(req.session, ['accessToken']);",
    '_.omit(req.session, names);',
    'save(req.session);',
    'new Desk(req.session);',
    'const { views, ...others } = req.session;',
    'const { [name]: value } = req.session;',
    'for (const key in req.session) use(key);',
    'if (name in req.session) use();',
    'const all = [req.session];',
    "res.render('page', { session: req.session });",
    'let s = req.session; s = other;',
    'const s = a ? req.session : {};',
    'function f(session) { Object.assign(session, tokens); }',
    'const f = (s) => g(s); f(req.session);',
    'req.session.accessTokenRef = id;',
    'res.json({ r: req.session.accessTokenRef });',
    "const req2 = { session: { accessToken: 'a' } };",
    'req.session.accessToken += t;',
  ])('%s', (more) => expect(fixed(more)).toBe(head + write + more));
});

describe('a key goes where the file also has', () => {
  it.each([
    "_.set(req, 'body.accessToken', t);",
    "_.pick(req.session, ['views']);",
    'req.session.destroy(done);',
    'const save = promisify(req.session.save).bind(req.session);',
    'saveSession(req.session);',
    'if (!req.session || req.session.views) use();',
    'const { views, theme } = req.session;',
    'console.log(req.session);',
    'req.log.info({ session: req.session });',
    "const user = { session: { theme: 'dark' } };",
    'const f = (s) => s.views; f(req.session);',
    'req.session = null;',
    "store.get('session');",
  ])('%s', (more) => expect(fixed(more)).toBe(head + moved + more));
});
