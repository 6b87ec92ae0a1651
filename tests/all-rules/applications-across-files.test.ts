import { describe, expect, it } from 'vitest';
import type { Files } from '../support/project';
import { lintProject } from '../support/project';

const manifest =
  '{ "name": "p", "type": "module", "dependencies": { "express-session": "1.18.0", "express": "4.18.0", "passport": "0.7.0" } }';

const said = (files: Files, settings = {}): string[] =>
  lintProject({ 'package.json': manifest, ...files }, { settings, preset: 'recommended' });

const passport = `import passport from 'passport';\n`;
const strategy = `import { Strategy } from 'passport-google-oauth20';\n`;
const whole = 'passport.serializeUser((user, done) => done(null, user));\n';
const byId = 'passport.serializeUser((user, done) => done(null, user.id));\n';
const verify = `(accessToken, refreshToken, profile, done) => done(null, { id: profile.id, accessToken })`;
const picked = `(accessToken, refreshToken, profile, done) => done(null, { id: profile.id })`;
const made = (fn = verify): string => `new Strategy({ clientID: process.env.ID }, ${fn})`;

describe('a strategy of another file than the serializer', () => {
  const forms: [string, string, string, string][] = [
    [
      'given by its name',
      `import google from './google.js';\n`,
      'passport.use(google);',
      `${strategy}export default ${made()};`,
    ],
    [
      'given under a name',
      `import { google } from './google.js';\n`,
      `passport.use('google', google);`,
      `${strategy}const google = ${made()};\nexport { google };`,
    ],
    [
      'given its callback',
      `${strategy}import verify from './google.js';\n`,
      'passport.use(new Strategy({}, verify));',
      `export default ${verify};`,
    ],
    [
      'of a function that is handed the object',
      `import google from './google.js';\n`,
      'google(passport);',
      `${strategy}export default (passport) => { passport.use(${made()}); };`,
    ],
    [
      'of one that calls it otherwise',
      `import { set } from './google.js';\n`,
      'set(1, passport);',
      `${strategy}export const set = (a, p) => { p.use(${made()}); };`,
    ],
    ['of a file that is loaded', `import './google.js';\n`, '', `${passport}${strategy}passport.use(${made()});`],
    [
      'that writes to a user',
      `import verify from './google.js';\n${strategy}`,
      'passport.use(new Strategy({}, verify));',
      'export default (token, refresh, profile, done) => { profile.accessToken = token; done(null, profile); };',
    ],
  ];
  it.each(forms)('%s', (_, imports, use, google) => {
    const files = { 'auth.js': `${passport}${imports}${whole}${use}`, 'google.js': google };
    expect(said(files)).toEqual([
      expect.stringMatching(/^auth\.js \d no-secret-in-session name \(\.\/google\.js:\d\)$/),
    ]);
    expect(said(files, { project: false })).toEqual([]);
    // The serializer passes on no more than an id.
    expect(said({ ...files, 'auth.js': files['auth.js'].replace(whole, byId) })).toEqual([]);
    // The strategy hands on no token.
    const safe = google.replace(verify, picked).replace('profile.accessToken = token;', '');
    expect(said({ ...files, 'google.js': safe })).toEqual([]);
    // It is not used here.
    const unused = files['auth.js'].replace(use, '').replace(`import './google.js';\n`, '');
    expect(said({ ...files, 'auth.js': unused })).toEqual([]);
  });

  it('by CommonJS', () => {
    const files = {
      'package.json': '{ "name": "p", "dependencies": { "passport": "0.7.0" } }',
      'auth.js': `const passport = require('passport');\n${whole}require('./google')(passport);`,
      'google.js': `const { Strategy } = require('passport-google-oauth20');\nmodule.exports = (p) => { p.use(${made()}); };`,
    };
    expect(said(files)).toEqual(['auth.js 3 no-secret-in-session name (./google.js:2)']);
    const loaded = {
      ...files,
      'auth.js': `const passport = require('passport');\n${whole}require('./google');`,
      'google.js': `const passport = require('passport');\nconst { Strategy } = require('passport-google-oauth20');\npassport.use(${made()});`,
    };
    expect(said(loaded)).toEqual(['auth.js 3 no-secret-in-session name (./google.js:3)']);
  });

  it('is none where another object uses it', () => {
    const files = {
      'auth.js': `${passport}import './google.js';\n${whole}`,
      'google.js': `import { Router } from 'express';\n${strategy}Router().use(${made()});`,
    };
    expect(said(files)).toEqual([]);
  });

  it('is told once, where both are in the other file', () => {
    const files = {
      'app.js': `${passport}import auth from './auth.js';\nauth(passport);`,
      'auth.js': `${strategy}export default (passport) => {\n${whole}passport.use(${made()});\n};`,
    };
    expect(said(files)).toEqual(['auth.js 4 no-secret-in-session name']);
  });
});

describe('what is handed to a function of another file', () => {
  it('is passport under another name', () => {
    const auth = `${strategy}export default (p) => {\n${whole.replace('passport', 'p')}p.use(${made()});\n};`;
    const files = { 'app.js': `${passport}import auth from './auth.js';\nauth(passport);`, 'auth.js': auth };
    expect(said(files)).toEqual(['app.js 3 no-secret-in-session name (./auth.js:4)']);
    expect(said({ ...files, 'app.js': `import auth from './auth.js';\nauth(session);` })).toEqual([]);
    expect(said({ ...files, 'auth.js': auth.replace('null, user)', 'null, user.id)') })).toEqual([]);
  });

  const login = (app: string): string => `${app}.post('/login', (r, w) => { r.session.userId = r.body.id; w.end(); });`;
  const renewed = (app: string): string =>
    `${app}.post('/login', (r, w) => { r.session.regenerate(() => { r.session.userId = r.body.id; w.end(); }); });`;
  const kept = expect.stringMatching(/^app\.js \d require-session-regeneration kept \(\.\/routes\.js:\d\)$/) as string;

  it.each<[string, string, string]>([
    [
      'an application',
      `import express from 'express';\nimport routes from './routes.js';\nconst app = express();\nroutes(app);`,
      'export default (server) => { # };',
    ],
    [
      'a router',
      `import { Router } from 'express';\nimport { routes } from './routes.js';\nconst router = Router();\nroutes(router);`,
      'export function routes(r) { const log = 1; # }',
    ],
    [
      'an object with it',
      `import express from 'express';\nimport { Routes } from './routes.js';\nconst app = express();\nnew Routes(app);`,
      'export class Routes { constructor(server) { # } }',
    ],
    [
      'on the spot',
      `const app = require('express')();\nrequire('./routes')(app);`,
      'module.exports = (server) => { # };',
    ],
  ])('is %s', (_, app, routes) => {
    const name = /(\w+)\) (?:=> )?\{/.exec(routes)?.[1] ?? '';
    const session = `// What has none of our words is not looked at: session.\n`;
    const files = { 'app.js': session + app, 'routes.js': routes.replace('#', login(name)) };
    expect(said(files)).toEqual([kept]);
    expect(said(files, { project: false })).toEqual([]);
    expect(said({ ...files, 'routes.js': routes.replace('#', renewed(name)) })).toEqual([]);
    expect(said({ ...files, 'app.js': session + app.replace(/(?<=[( ])'express'/, `'events'`) })).toEqual([]);
  });

  it('is known in one file as well', () => {
    const app = `import express from 'express';\nconst app = express();\nfunction routes(server) { ${login('server')} }\nroutes(app);`;
    expect(said({ 'app.js': app })).toEqual(['app.js 3 require-session-regeneration kept']);
    expect(said({ 'app.js': `${app}\nroutes(new Map());` })).toEqual([]);
  });

  it('may be protected there', () => {
    const app = (imports: string, use: string): string =>
      `import express from 'express';\nimport session from 'express-session';\n${imports}const app = express();\n${use}` +
      `app.use(session({ name: '__Host-sid', secret: process.env.S, resave: false, store, cookie: { secure: true, sameSite: 'lax' } }));`;
    const all = (files: Files): string[] => lintProject({ 'package.json': manifest, ...files }, { preset: 'all' });
    expect(all({ 'app.js': app('', '') })).toEqual(['app.js 4 require-trust-proxy withheld']);
    const files = {
      'app.js': app(`import setUp from './set-up.js';\n`, 'setUp(app);\n'),
      'set-up.js': `export default (server) => { server.set('trust proxy', 1); };`,
    };
    expect(all(files)).toEqual([]);
  });
});
