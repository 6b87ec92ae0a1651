import type { AttributeFact, Attributes, SecretFact } from '../libraries/types';
import type { Within } from '../libraries/types/paths';
import { leaf, list, matching, object, oneOf, optional } from './shape';
import type { Shape } from './shape';

export type ItemOf<T> = NonNullable<T> extends readonly (infer Item)[] ? Item : never;

export const isIndex = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

export const text = leaf('a string that is not empty', (value) => typeof value === 'string' && value !== '');
export const moduleName = matching('the name of a module, such as "#session-vault" or "@acme/session"', /^\S+$/);
export const identifier = matching(
  'a name as written in code, such as "store"',
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u,
);
export const memberPath = matching(
  'a member path, such as "req.session"',
  /^(?:[\p{ID_Continue}$]+|\*)(?:\.(?:[\p{ID_Continue}$]+|\*))*$/u,
);
export const flag = oneOf(true, false);
const count = leaf('a whole number, 0 or more', isIndex);
export const index = leaf('the index of an argument (0, 1 …)', isIndex);
export const scalar = leaf(
  'a string, number, boolean or null',
  (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value),
);
export const names = list(text);
export const path: Shape = { expected: 'a list of keys, such as ["cookie", "secure"]', listOf: text };
export const exportPath: Shape = {
  expected: 'a path below the module, such as ["getSession", "()"]; [] is its default export',
  listOf: text,
};
export const storage = oneOf('server', 'signed-client', 'encrypted-client', 'browser');

export const versions = { from: optional(text), before: optional(text) };

export const within = object<Within>('an object with files and imports', {
  files: optional(names),
  imports: optional(names),
});

const saying = {
  whenAbsent: optional(scalar),
  undefinedRemoves: optional(flag),
  unit: optional(oneOf('ms', 's')),
  values: optional(list(scalar)),
  rejects: optional(list(scalar)),
  rejectsTypes: optional(list(oneOf('string', 'number'))),
  rejectsDigits: optional(flag),
  whenZero: optional(oneOf('dead', 'ignored')),
  max: optional(leaf('a number above 0', (value) => typeof value === 'number' && value > 0)),
  endless: optional(list(scalar)),
  texts: optional(flag),
  withoutOptions: optional(scalar),
};

const attribute = object<AttributeFact>('an attribute, such as { path: ["secure"] }', {
  path,
  aliases: optional(list(path)),
  impliedBy: optional(list(path)),
  ...saying,
  rejectsFrom: optional(text),
  rejectsUnlessBefore: optional(text),
  versions: optional(
    list(
      object<ItemOf<AttributeFact['versions']>>('an object such as { before: "2.0.0", whenAbsent: false }', {
        ...versions,
        ...saying,
      }),
    ),
  ),
});

export const attributes = object<Attributes>('an object of attributes, such as { secure: { path: ["secure"] } }', {
  secure: optional(attribute),
  httpOnly: optional(attribute),
  sameSite: optional(attribute),
  maxAge: optional(attribute),
  expires: optional(attribute),
  domain: optional(attribute),
  path: optional(attribute),
  name: optional(attribute),
  signed: optional(attribute),
  store: optional(attribute),
  partitioned: optional(attribute),
  ttl: optional(attribute),
  rolling: optional(attribute),
  proxy: optional(attribute),
  tokens: optional(attribute),
});

export const secret = object<SecretFact>('a place of a secret, such as { path: ["secret"] }', {
  path,
  argument: optional(index),
  minLength: optional(count),
  encoding: optional(oneOf('base64')),
  unsignedWhenAbsent: optional(flag),
});
