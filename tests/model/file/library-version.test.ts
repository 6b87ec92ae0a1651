import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attributesAt, versionOf } from '../../../src/model/file/library-version';
import type { Attributes, Library, Versions } from '../../../src/libraries/types';
import { inFile } from '../../support/probe';

const library: Library = { module: '@acme/session', specifiers: ['acme-session'], readFrom: '2.1.0' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-version-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Is the library before version 2 in the file `src/app/file.ts`? */
const isBefore2 = (module = library.module, onlyIn?: Versions): boolean | undefined =>
  inFile('x', (file) => versionOf(library, module, file, onlyIn).isBefore('2.0.0'), {
    filename: join(folder, 'src/app/file.ts'),
  });

describe('the version in use', () => {
  it('is unknown when nothing tells it', () => {
    write('package.json', '{ "dependencies": { "other": "1.0.0" } }');
    expect(isBefore2()).toBeUndefined();
  });

  it('is the one that is installed, nearest first', () => {
    write('node_modules/@acme/session/package.json', '{ "version": "1.9.0" }');
    write('package.json', '{ "dependencies": { "@acme/session": "^2.0.0" } }');
    expect(isBefore2()).toBe(true);
    write('src/node_modules/@acme/session/package.json', '{ "version": "2.0.0" }');
    expect(isBefore2()).toBe(false);
  });

  it.each(['dependencies', 'devDependencies', 'peerDependencies'])('is else what %s ask for', (field) => {
    write('package.json', JSON.stringify({ [field]: { '@acme/session': '^1.2.0' } }));
    expect(isBefore2()).toBe(true);
  });

  it('is not known by a range on both sides', () => {
    write('package.json', '{ "dependencies": { "@acme/session": ">=1" } }');
    expect(isBefore2()).toBeUndefined();
  });

  it('is that of the package the file loads, with and without a path', () => {
    write('node_modules/acme-session/package.json', '{ "version": "1.0.0" }');
    write('node_modules/@acme/session/package.json', '{ "version": "3.0.0" }');
    expect(isBefore2('acme-session')).toBe(true);
    expect(isBefore2('@acme/session/edge')).toBe(false);
    expect(isBefore2('#imports')).toBe(false);
  });

  it('is else told by what is used of it', () => {
    expect(isBefore2(library.module, { before: '2.0.0' })).toBe(true);
    expect(isBefore2(library.module, { from: '2.0.0' })).toBe(false);
    expect(isBefore2(library.module, { from: '1.0.0', before: '3.0.0' })).toBeUndefined();
    write('node_modules/@acme/session/package.json', '{ "version": "3.0.0" }');
    expect(isBefore2(library.module, { before: '2.0.0' })).toBe(false);
  });

  it.each(['{', '[]', '{ "version": 2 }', '{ "version": "next" }'])('survives %s', (text) => {
    write('node_modules/@acme/session/package.json', text);
    expect(isBefore2()).toBeUndefined();
  });

  it('survives folders where files are expected', () => {
    mkdirSync(join(folder, 'node_modules/@acme/session/package.json'), { recursive: true });
    mkdirSync(join(folder, 'package.json'));
    expect(isBefore2()).toBeUndefined();
  });
});

describe('facts in a version', () => {
  const attributes: Attributes = {
    secure: { path: ['secure'], whenAbsent: false },
    sameSite: {
      path: ['sameSite'],
      whenAbsent: 'lax',
      values: ['lax'],
      versions: [
        { before: '1.0.0', whenAbsent: 'none' },
        { from: '1.0.0', before: '2.0.0', whenAbsent: false, undefinedRemoves: true },
      ],
    },
    path: { path: ['path'], rejects: [true], rejectsFrom: '2.0.0' },
    domain: { path: ['domain'], rejects: ['a'], rejectsUnlessBefore: '1.5.0' },
  };
  /** As a library of one version has them; or of a version nobody knows. */
  const inVersion = (version?: string) => {
    if (version) write('node_modules/@acme/session/package.json', JSON.stringify({ version }));
    return inFile('x', (file) => attributesAt(attributes, versionOf(library, library.module, file)), {
      filename: join(folder, 'file.ts'),
    });
  };

  it.each<[string | undefined, object, object]>([
    ['0.9.0', { whenAbsent: 'none', values: ['lax'] }, {}],
    ['1.5.0', { whenAbsent: false, undefinedRemoves: true, values: ['lax'] }, {}],
    ['2.0.0', { whenAbsent: 'lax', values: ['lax'] }, { rejects: [true] }],
    [undefined, { values: ['lax'] }, {}],
  ])('%s', (version, sameSite, path) => {
    expect(inVersion(version)).toEqual({
      secure: attributes.secure,
      sameSite: { path: ['sameSite'], ...sameSite },
      path: { path: ['path'], ...path },
      domain: { path: ['domain'], ...(version === '0.9.0' ? {} : { rejects: ['a'] }) },
    });
  });

  it('are the very same where no version differs', () => {
    const { secure } = attributes;
    const plain: Attributes = secure ? { secure } : {};
    const same = inFile('x', (file) => attributesAt(plain, versionOf(library, library.module, file)) === plain);
    expect(same).toBe(true);
  });
});
