import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/cli/problem';
import { readTypeScriptOptions } from '../../src/cli/tsconfig';
import { makeProject } from './temporary-project';

function optionsOf(files: Record<string, string>) {
  const { folder } = makeProject(files);
  const options = readTypeScriptOptions(join(folder, 'tsconfig.json'));
  return JSON.parse(JSON.stringify(options).replaceAll(folder, '~')) as object;
}

it('reads what JSON may not have: comments, trailing commas, a byte order mark', () => {
  const text = `\uFEFF{
    // "outDir": "wrong",
    "compilerOptions": { /* "outDir": "wrong", */ "outDir": "out//*,}", "rootDir": ".", "module": "NodeNext", },
    "include": ["src/**/*.ts", ],
  }`;
  expect(optionsOf({ 'tsconfig.json': text })).toEqual({
    folder: '~',
    outDir: '~/out/*,}',
    rootDir: '~',
    moduleResolution: 'nodenext',
    include: ['~/src/**/*.ts'],
  });
});

it('keeps to what it understands', () => {
  const text = '{ "compilerOptions": { "noEmit": true, "composite": false, "strict": true }, "files": ["a.ts"] }';
  expect(optionsOf({ 'tsconfig.json': text })).toEqual({
    folder: '~',
    noEmit: true,
    composite: false,
    include: ['~/a.ts'],
  });
});

describe('extends', () => {
  it('a file: its paths begin where it lies, the nearer one wins', () => {
    expect(
      optionsOf({
        'tsconfig.json': '{ "extends": "./config/base", "compilerOptions": { "module": "esnext" } }',
        'config/base.json':
          '{ "compilerOptions": { "module": "node16", "outDir": "out", "rootDir": "${configDir}/src" } }',
      }),
    ).toEqual({ folder: '~', moduleResolution: 'classic', outDir: '~/config/out', rootDir: '~/src' });
  });

  it('a list, in which the later one wins, and what they extend', () => {
    expect(
      optionsOf({
        'tsconfig.json': '{ "extends": ["./a.json", "./b.json"] }',
        'a.json': '{ "extends": "./c.json", "compilerOptions": { "outDir": "a" } }',
        'b.json': '{ "compilerOptions": { "outDir": "b" } }',
        'c.json': '{ "compilerOptions": { "noEmit": true } }',
      }),
    ).toEqual({ folder: '~', outDir: '~/b', noEmit: true });
  });

  it.each(['@tsconfig/node20/tsconfig.json', '@tsconfig/node20/tsconfig', '@tsconfig/node20'])(
    'a package: %s',
    (name) => {
      expect(
        optionsOf({
          'tsconfig.json': JSON.stringify({ extends: name }),
          'node_modules/@tsconfig/node20/package.json': '{}',
          'node_modules/@tsconfig/node20/tsconfig.json': '{ "compilerOptions": { "module": "Node16" } }',
        }),
      ).toEqual({ folder: '~', moduleResolution: 'node16' });
    },
  );

  it.each<[string, string, RegExp]>([
    ['what is missing', '{ "extends": ["./gone.json"] }', /tsconfig\.json cannot be read: .*gone\.json.*\.$/],
    [
      'what is not installed',
      '{ "extends": "@tsconfig/gone" }',
      /tsconfig\.json cannot be read: .*@tsconfig\/gone.*\.$/,
    ],
    ['itself', '{ "extends": "./tsconfig.json" }', /tsconfig\.json cannot be read: Circularity .*\.$/],
    ['a number for a folder', '{ "compilerOptions": { "outDir": 1 } }', /tsconfig\.json cannot be read: .*\.$/],
  ])('%s: one sentence', (_, text, sentence) => {
    const read = () => optionsOf({ 'tsconfig.json': text });
    expect(read).toThrow(Problem);
    expect(read).toThrow(sentence);
  });
});

describe('references', () => {
  it.each(['./app', './app/tsconfig.json'])('of a file that only refers stand for it: %s', (path) => {
    expect(
      optionsOf({
        'tsconfig.json': JSON.stringify({ files: [], references: [{ path }, { path: './gone' }] }),
        'app/tsconfig.json': '{ "compilerOptions": { "noEmit": true }, "include": ["src"] }',
      }),
    ).toEqual({ folder: '~/app', noEmit: true, include: ['~/app/src'] });
  });

  it('of one with files of its own do not', () => {
    const text = JSON.stringify({ references: [{ path: './app' }], compilerOptions: { noEmit: true } });
    expect(optionsOf({ 'tsconfig.json': text, 'app/tsconfig.json': '{}' })).toEqual({ folder: '~', noEmit: true });
    const lost = JSON.stringify({ files: [], references: [{ path: './gone' }] });
    expect(optionsOf({ 'tsconfig.json': lost })).toEqual({ folder: '~', include: [] });
  });
});
