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
