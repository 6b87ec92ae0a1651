import { describe, expect, it } from 'vitest';
import { lintProject } from './support/project';

// Files that lead to each other: all rules come to an end, and none throws.

const names = (n: number): string[] => Array.from({ length: n }, (_, index) => `f${index}`);

/** A file that hands its own session to a function of each of these files. */
const handing = (to: readonly string[]): string =>
  [
    ...to.map((name) => `import { put as ${name} } from './${name}.js';`),
    'export const put = (s, req) => {',
    '  s.apiKey = key(s);',
    ...to.map((name) => `  ${name}(req.session, req);`),
    '};',
  ].join('\n');

const stored = (files: Readonly<Record<string, string>>): string[] =>
  lintProject(files).filter((one) => one.startsWith('f0.js') && one.includes('no-secret-in-session'));

describe('files that hand their sessions to each other', () => {
  it('two', () => {
    const files = { 'f0.js': handing(['f1']), 'f1.js': handing(['f0']) };
    // What the other one hands back is told in the other one.
    expect(stored(files)).toEqual(['f0.js 4 no-secret-in-session name (./f1.js:3)']);
  });

  it('itself', () => expect(stored({ 'f0.js': handing(['f0']) })).toHaveLength(1));

  it('ten, each to all', () => {
    const all = names(10);
    const files = Object.fromEntries(all.map((name) => [`${name}.js`, handing(all.filter((one) => one !== name))]));
    expect(stored(files).length).toBeGreaterThan(0);
  });
});

describe('a file that hands its session on', () => {
  it('a thousand times', () => {
    const call = '  put(req.session, req);\n'.repeat(1_000);
    const files = {
      'f0.js': `import { put } from './f1.js';\nexport const all = (req) => {\n${call}};`,
      'f1.js': handing([]),
    };
    expect(stored(files)).toEqual(['f0.js 3 no-secret-in-session name (./f1.js:2)']);
  });
});

describe('helpers that call each other', () => {
  const all = names(10);
  const imports = (own: string): string =>
    all
      .filter((one) => one !== own)
      .map((one) => `import { h as ${one}, T as T${one} } from './${one}.js';`)
      .join('\n');
  const calls = (own: string, on: string): string =>
    all
      .filter((one) => one !== own)
      .map((one) => on.replaceAll('#', one))
      .join('\n');
  const app = (body: string): string =>
    `import express from 'express';\nimport session from 'express-session';\n${imports('f0')}\nexport const h = 1;\n` +
    `express().post('/login', async (req, res) => {\n${body}\nreq.session.userId = 1; res.end(); });`;

  it('with a request', () => {
    const files = Object.fromEntries(
      all.map((own) => [
        `${own}.js`,
        `${imports(own)}\nexport const h = async (r) => {\n${calls(own, 'await #(r);')}\n};`,
      ]),
    );
    const said = lintProject({ ...files, 'f0.js': app(calls('f0', 'await #(req);')) });
    expect(said.filter((one) => one.startsWith('f0.js') && one.includes('regeneration'))).toHaveLength(1);
  });

  it('for a session', () => {
    const files = Object.fromEntries(
      all.map((own) => [`${own}.js`, `${imports(own)}\nexport const h = (r) =>\n${calls(own, '#(r) ||')} r;`]),
    );
    const body = calls('f0', 'const s# = #(req); s#.apiKey = key;');
    expect(() => lintProject({ ...files, 'f0.js': app(body) })).not.toThrow();
  });

  it('with a secret', () => {
    const files = Object.fromEntries(
      all.map((own) => [
        `${own}.js`,
        `${imports(own)}\nexport const h = (t) => {\n${calls(own, '#(t);')}\nreturn ${calls(own, '#(t) ||')} t; };`,
      ]),
    );
    const body = calls('f0', '#(req.session.apiKey); console.log(#(req.session.apiKey)); #(req.session);');
    expect(() => lintProject({ ...files, 'f0.js': app(body.repeat(20)) })).not.toThrow();
  });

  it('as classes', () => {
    const files = Object.fromEntries(
      all.map((own) => [
        `${own}.js`,
        `${imports(own)}\nexport class T { constructor(s) { this.s = s; }\n put() {\n${calls(own, 'new T#(this.s).put();')}\n this.s.apiKey = key; } }`,
      ]),
    );
    const said = lintProject({ ...files, 'f0.js': app(calls('f0', 'new T#(req.session).put();')) });
    expect(said.filter((one) => one.startsWith('f0.js') && one.includes('no-secret-in-session'))).toHaveLength(9);
  });
});

describe('names that are exported again', () => {
  const app = `import session from 'express-session';\nimport { c } from './f1.js';\nexport default session({ secret: c, cookie: c });`;

  it('by files that export all of each other', () => {
    const all = names(30);
    const files = Object.fromEntries(
      all.map((name) => [`${name}.js`, all.map((other) => `export * from './${other}.js';`).join('\n')]),
    );
    expect(lintProject({ ...files, 'f0.js': app }).filter((one) => one.includes('See'))).toEqual([]);
  });

  it('by a row of files', () => {
    const files = Object.fromEntries(
      names(200).map((name, index) => [`${name}.js`, `export { c } from './f${index + 1}.js';`]),
    );
    expect(() => lintProject({ ...files, 'f0.js': app })).not.toThrow();
  });
});
