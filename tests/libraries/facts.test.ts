import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  AttributeFact,
  AttributeName,
  Attributes,
  ExportPath,
  Library,
  SecretFact,
  Setup,
} from '../../src/libraries/types';
import { factsOf } from './real/compare';
import { readResults } from './real/results';
import { subjectsOf } from './real/subjects';

const results = readResults();
const folder = join(import.meta.dirname, '../../src/libraries');
const files = readdirSync(folder)
  .map((file) => basename(file, '.ts'))
  .filter((file) => !['index', 'types'].includes(file));

const modules = await Promise.all(
  files.map(async (file) => [file, (await import(join(folder, `${file}.ts`))) as Record<string, Library>] as const),
);
const libraries = modules.flatMap(([file, module]) => Object.values(module).map((library) => [file, library] as const));

/** Specifiers that several libraries may be loaded by, because each takes another of its exports. */
const frameworks: readonly string[] = ['#imports', '@hapi/hapi'];

/** What an absent attribute may mean; the compiler sees to it that none is forgotten. */
const meanings: Record<AttributeName, (whenAbsent: unknown) => boolean> = {
  secure: (value) => typeof value === 'boolean' || value === 'auto',
  httpOnly: (value) => typeof value === 'boolean',
  sameSite: (value) => value === false || /^(?:lax|strict|none)$/i.test(String(value)),
  maxAge: (value) => value === false || typeof value === 'number',
  expires: (value) => value === false,
  domain: (value) => value === false,
  path: (value) => value === false || value === '/',
  name: (value) => typeof value === 'string' && value !== '',
  signed: (value) => typeof value === 'boolean',
  store: (value) => value === 'memory',
  partitioned: (value) => typeof value === 'boolean',
  ttl: (value) => value === false || typeof value === 'number',
  proxy: (value) => typeof value === 'boolean',
  rolling: (value) => typeof value === 'boolean',
  tokens: (value) => value === false,
};

interface Place {
  where: string;
  attributes: Attributes;
  secrets: readonly SecretFact[];
  /** Is the value at the place itself a secret, rather than an object of options? */
  isValue: boolean;
}

/** Every place of a library that has attributes or secrets. */
function placesOf({ setups = [], cookieWrites = [], cookieHeaders = [] }: Library): Place[] {
  return [
    ...setups.map((setup) => {
      const { form, attributes = {}, secrets = [] } = setup;
      return {
        where: `${form} [${wayOf(setup).join(' ')}]`,
        attributes,
        secrets,
        isValue: form === 'assign' || form === 'config',
      };
    }),
    ...cookieWrites.map(({ members = [], exports = [], attributes, secrets = [] }) => {
      return { where: `write ${[...members, ...exports].join()}`, attributes, secrets, isValue: false };
    }),
    ...cookieHeaders.map(({ header, attributes }) => ({ where: header, attributes, secrets: [], isValue: false })),
  ];
}

/** By what a set-up is recognised. */
const wayOf = (setup: Setup): readonly string[] => (setup.form === 'config' ? setup.path : setup.export);

function attributesOf(library: Library): [where: string, name: AttributeName, fact: AttributeFact][] {
  return placesOf(library).flatMap(({ where, attributes }) =>
    Object.entries(attributes).map(
      ([name, fact]) => [`${name} of ${where}`, name as AttributeName, fact] as [string, AttributeName, AttributeFact],
    ),
  );
}

const specifiersOf = ({ module, specifiers = [] }: Library): string[] => [module, ...specifiers];
const isNames = (path: ExportPath): boolean => path.every((step) => typeof step === 'string' && step !== '');
const isWay = (path: ExportPath): boolean => path.length > 0 && isNames(path);
const repeated = (all: readonly string[]): string[] => all.filter((one, index) => all.indexOf(one) !== index);

describe.each(modules)('the file %s', (file, module) => {
  it('exports one library, under the name of the file', () => {
    expect(Object.keys(module)).toEqual([file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]);
  });
});

describe.each(libraries)('%s', (file, library) => {
  const { setups = [], cookieWrites = [], sessions = [], responses = [], handlers = [] } = library;

  it('is named after its module', () => {
    expect(file).toBe(library.module.toLowerCase().replace(/^@/, '').replace(/[./]/g, '-'));
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(library))).toStrictEqual(library);
  });

  it('says something, and from which version', () => {
    const { module, specifiers, readFrom, ...facts } = library;
    expect(Object.values(facts).some((fact) => (Array.isArray(fact) ? fact.length > 0 : fact !== false))).toBe(true);
    expect(readFrom).toMatch(/\d/);
  });

  it('is proven by running it, or says why not', () => {
    const result = results[library.module];
    expect(result, 'has no probe: see docs/contributing.md').toBeDefined();
    if (result?.unproven !== undefined) return expect(result.unproven).not.toBe('');
    const untold = subjectsOf(library).flatMap((subject) => {
      const places = subject.names.flatMap((name) => result?.places[name] ?? []);
      const told = places.flatMap(({ proven, unproven = {} }) => [...proven, ...Object.keys(unproven)]);
      return factsOf(subject, library).flatMap((fact) => (told.includes(fact) ? [] : [`${subject.names[0]}: ${fact}`]));
    });
    expect(untold, 'run `npm run test:real -- -u`').toEqual([]);
  });

  it('keeps sessions for another library, or has some of its own', () => {
    if (library.store) expect(library.setups ?? library.sessions ?? library.memoryStores).toBeUndefined();
  });

  it('names no specifier twice', () => {
    expect(repeated(specifiersOf(library))).toEqual([]);
  });

  it('sets sessions up by an export and its options', () => {
    for (const setup of setups) {
      expect(isNames(wayOf(setup)), wayOf(setup).join(' ')).toBe(true);
      if (setup.form === 'call') {
        const indexes = setup.options === 'last' ? [] : [setup.options].flat();
        expect(indexes.every((index) => Number.isInteger(index) && index >= 0)).toBe(true);
        expect(setup.unimported?.names, 'names of an unimported call').not.toEqual([]);
      }
      if (setup.form === 'plugin') expect(setup.methods).not.toEqual([]);
      if (setup.form === 'typed') expect(setup.export).not.toEqual([]);
      if (setup.form === 'assign') expect(setup.export.at(-1)).toMatch(/^\w+$/);
      if (setup.form === 'method') {
        expect(setup.export.at(-1)).toMatch(/^\w+$/);
        expect(setup.members.map((member) => member.split('.').at(-1))).toContain(setup.export.at(-1));
        expect(setup.where?.argument).not.toBe(setup.options);
      }
      if (setup.form === 'config') expect(setup.files).not.toEqual([]);
      if (setup.replaces) expect(setup.replaces.path).not.toEqual([]);
    }
  });

  it('moves the data only from one storage to another', () => {
    for (const setup of setups) {
      for (const { path, storage, values, exports } of setup.storageWhen ?? []) {
        expect(isWay(path)).toBe(true);
        expect(setup.storage).not.toBe(storage);
        // Of several values none need be the usual one.
        if (!values && !exports) expect(setup.storage).toBeDefined();
        expect([values, exports]).not.toContainEqual([]);
        expect([values, exports]).toContain(undefined);
      }
    }
  });

  it('reads each attribute from somewhere', () => {
    for (const [where, name, fact] of attributesOf(library)) {
      expect(Object.keys(meanings)).toContain(name);
      for (const path of [fact.path, ...(fact.aliases ?? [])]) expect(isWay(path), where).toBe(true);
    }
  });

  it('says what absence means in the words of the attribute', () => {
    for (const [where, name, { whenAbsent, withoutOptions }] of attributesOf(library)) {
      for (const value of [whenAbsent, withoutOptions]) {
        if (value !== undefined) expect(meanings[name](value), `${where}: ${value}`).toBe(true);
      }
    }
  });

  it('gives durations a unit, and nothing else', () => {
    for (const [where, name, { unit, endless, texts }] of attributesOf(library)) {
      const isDuration = name === 'maxAge' || name === 'ttl';
      // Some libraries take a duration for the time when it is over, too.
      if (name !== 'expires') expect(unit !== undefined, where).toBe(isDuration);
      if (!isDuration) expect([endless, texts], where).toEqual([undefined, undefined]);
    }
  });

  it('does not contradict itself', () => {
    for (const [where, , { values = [], rejects = [], ...fact }] of attributesOf(library)) {
      if (fact.undefinedRemoves) expect(fact.whenAbsent, where).not.toBe(false);
      if (fact.rejectsFrom) expect(rejects, where).not.toEqual([]);
      if (fact.texts) expect(fact.rejectsTypes ?? [], where).not.toContain('string');
      for (const { from, before, ...other } of fact.versions ?? []) {
        expect([from, before].filter(Boolean), where).not.toEqual([]);
        expect(other, where).not.toEqual({});
        for (const [key, value] of Object.entries(other))
          expect(fact[key as keyof typeof fact], where).not.toEqual(value);
      }
      expect(
        rejects.filter((value) => values.includes(value)),
        where,
      ).toEqual([]);
    }
  });

  it('has a place for each secret', () => {
    for (const { where, secrets, isValue } of placesOf(library)) {
      for (const { path, argument } of secrets) {
        // A whole options object is no secret: an empty path needs an argument of its own, or an assigned value.
        expect(isWay(path) || (path.length === 0 && (isValue || argument !== undefined)), where).toBe(true);
      }
    }
  });

  it('writes cookies with arguments that can be told apart', () => {
    for (const {
      exports = [],
      members = [],
      assigned = [],
      name,
      value,
      options,
      definition = false,
    } of cookieWrites) {
      expect([...exports, ...members, ...assigned]).not.toEqual([]);
      expect(exports.every(isWay)).toBe(true);
      const indexes = [name, value, options].filter((index) => index !== undefined);
      expect(new Set(indexes).size).toBe(indexes.length);
      expect(value === undefined).toBe(definition || name === 'step');
    }
  });

  it('has a way of recognising each session object', () => {
    for (const session of sessions) {
      const { members, exports, types, decorators, callback, passedOn, unimported, accessors, writers, returned } =
        session;
      const ways = [
        members,
        exports,
        types,
        decorators,
        callback?.path,
        passedOn?.exports ?? passedOn?.method?.of,
        unimported?.names,
        accessors,
        writers,
        returned,
      ];
      const given = ways.filter((way) => way !== undefined);
      expect(given).not.toEqual([]);
      expect(given).not.toContainEqual([]);
    }
  });

  it('has a way of recognising each response and handler', () => {
    for (const { members = [], exports = [], globals = [] } of responses) {
      expect([...members, ...exports, ...globals]).not.toEqual([]);
      expect(exports.every(isWay)).toBe(true);
    }
    for (const { within: _, ...handler } of handlers) expect(Object.keys(handler)).toHaveLength(1);
  });

  it('takes no bare word for a member', () => {
    const members = [
      ...[...cookieWrites, ...(library.cookieReads ?? []), ...sessions, ...responses].flatMap(
        (fact) => fact.members ?? [],
      ),
      ...sessions.flatMap(({ idMembers = [] }) => idMembers),
      ...(library.requestCookies ?? []),
      ...(library.credentials ?? []),
    ];
    for (const member of members) expect(member).toMatch(/^[\w$]+(?:\.(?:[\w$]+|\*))+$/);
  });
});

/** Methods and files may be told apart by more than their way. */
const claimOf = (setup: Setup): string =>
  setup.form === 'method' ? `method ${setup.where?.value}` : setup.form === 'config' ? setup.files.join() : setup.form;

describe('all libraries together', () => {
  it('load from specifiers of their own', () => {
    const all = libraries.flatMap(([, library]) => specifiersOf(library));
    expect(repeated(all).filter((specifier) => !frameworks.includes(specifier))).toEqual([]);
  });

  it('claim no export twice in the same form', () => {
    const claims = libraries.flatMap(([, library]) => {
      const { setups = [], cookieWrites = [], sessions = [] } = library;
      const ways: [string, ExportPath][] = [
        ...setups.map((setup): [string, ExportPath] => [claimOf(setup), wayOf(setup)]),
        ...cookieWrites.flatMap(({ exports = [] }) => exports.map((path): [string, ExportPath] => ['write', path])),
        ...sessions.flatMap(({ exports = [], types = [], decorators = [] }) =>
          [...exports, ...types, ...decorators].map((path): [string, ExportPath] => ['session', path]),
        ),
      ];
      return specifiersOf(library).flatMap((specifier) =>
        ways.map(([form, path]) => [specifier, form, ...path].join(' ')),
      );
    });
    expect(repeated(claims)).toEqual([]);
  });
});
