import { describe, expect, it } from 'vitest';
import type { Files } from '../support/project';
import { lintProject } from '../support/project';

const manifest =
  '{ "name": "p", "type": "module", "imports": { "#session-vault": "./session-vault.js" }, "dependencies": { "express-session": "1.18.0" } }';

const imported = `import { vault } from '#session-vault';\n`;

const app = (imports: string, body: string): string =>
  `import express from 'express';\n${imports}\nexpress().get('/key', async (req, res) => { ${body} res.end(req.session.views); });\n`;

const said = (files: Files, settings = {}): string[] =>
  lintProject(
    { 'package.json': manifest, 'session-vault.js': 'export const vault = {};', ...files },
    { settings, preset: 'recommended' },
  );

describe('a secret that another file reads from the vault', () => {
  const forms: [string, string, string][] = [
    [
      'logged there',
      'export const show = async (s) => console.log(await vault.read(s.apiKeyRef));',
      'await show(req.session);',
    ],
    [
      'sent there',
      'export const show = async (s, out) => out.json(await vault.read(s.apiKeyRef));',
      'await show(req.session, res);',
    ],
    [
      'given by a session and logged here',
      'export const show = async (s) => vault.read(s.apiKeyRef);',
      'console.log(await show(req.session));',
    ],
    [
      'given by a request and sent here',
      'export const show = async (r) => vault.read(r.session.apiKeyRef);',
      'res.json({ key: await show(req) });',
    ],
    [
      'given by a method',
      'class Keys { async get(s) { return vault.read(s.apiKeyRef); } }\nexport const show = new Keys();',
      'res.json({ key: await show.get(req.session) });',
    ],
    [
      'given under a name',
      'export const show = async (s) => { const key = await vault.read(s.apiKeyRef); return key; };',
      'const key = await show(req.session); console.log(key);',
    ],
  ];
  it.each(forms)('%s', (_, keys, body) => {
    const files = { 'app.js': app(`import { show } from './keys.js';`, body), 'keys.js': imported + keys };
    expect(said(files)).toEqual([
      expect.stringMatching(/^app\.js 3 no-session-leak (?:logged|sent)Secret \(\.\/keys\.js:\d\)$/),
    ]);
    expect(said(files, { project: false })).toEqual([]);
    const masked = {
      ...files,
      'keys.js': files['keys.js'].replace(/(?:await )?vault\.read\((\S+?)\)/, 'mask(await vault.read($1))'),
    };
    expect(said(masked)).toEqual([]);
    expect(
      said({ ...files, 'keys.js': files['keys.js'].replace('apiKeyRef', 'views').replace('vault.read', 'read') }),
    ).toEqual([]);
  });

  it('handed to a function that logs it', () => {
    const files = {
      'app.js': app(`import { show } from './keys.js';\n${imported}`, 'show(await vault.read(req.session.apiKeyRef));'),
      'keys.js': 'export const show = (value) => console.log(value);',
    };
    expect(said(files)).toEqual(['app.js 5 no-session-leak loggedSecret (./keys.js:1)']);
    expect(said(files, { project: false })).toEqual([]);
    expect(said({ ...files, 'keys.js': 'export const show = (value) => call(value);' })).toEqual([]);
  });
});

it('a literal of another file that is given to the vault', () => {
  const files = {
    'app.js': app(`import { KEY } from './keys.js';\n${imported}`, 'req.session.apiKeyRef = await vault.store(KEY);'),
    'keys.js': `export const KEY = 'hunter2';`,
  };
  expect(said(files)).toEqual(['app.js 5 no-hardcoded-vault-value hardcoded (./keys.js:1)']);
  expect(said({ ...files, 'keys.js': 'export const KEY = process.env.KEY;' })).toEqual([]);
});

it('a key that another file still reads without the vault', () => {
  const files = {
    'app.js': app(`import { show } from './keys.js';`, 'use(show(req.session));'),
    'keys.js': 'export const show = (s) => s.apiKey;',
  };
  expect(said(files)).toEqual(['app.js 3 prefer-vault-read read (./keys.js:1)']);
  expect(said({ ...files, 'keys.js': 'export const show = (s) => s.views;' })).toEqual([]);
});
