import {
  attributes,
  exportPath,
  flag,
  index,
  isIndex,
  memberPath,
  names,
  path,
  scalar,
  secret,
  storage,
  text,
  versions,
} from './attribute-schema';
import type { Setup, StorageWhen, Versions } from '../libraries/types';
import { leaf, list, object, optional } from './shape';
import type { ObjectShape, VariantShape } from './shape';

const setupFacts = {
  attributes: optional(attributes),
  secrets: optional(list(secret)),
  storage: optional(storage),
  storageWhen: optional(
    list(
      object<StorageWhen>('an object with path and storage', {
        path,
        values: optional(list(scalar)),
        exports: optional(list(exportPath)),
        storage,
      }),
    ),
  ),
  checksConnection: optional(flag),
  opensOnUse: optional(flag),
  givenId: optional(names),
  replaces: optional(
    object<NonNullable<Setup['replaces']>>('an object with path and before', { path, before: optional(text) }),
  ),
  onlyIn: optional(object<Versions>('an object with from and before', versions)),
};

type SetupOf<Form extends Setup['form']> = Extract<Setup, { form: Form }>;

export const setup: VariantShape & { variants: { [Form in Setup['form']]: ObjectShape } } = {
  expected: 'a set-up, such as { form: "call", export: [], options: 0 }',
  key: 'form',
  variants: {
    call: object<SetupOf<'call'>>('a set-up by a call', {
      ...setupFacts,
      form: text,
      export: exportPath,
      options: leaf(
        'the index of an argument (0, 1 …), a list of them, or "last"',
        (value) => isIndex(value) || value === 'last' || (Array.isArray(value) && value.every(isIndex)),
      ),
      unimported: optional(
        object<NonNullable<SetupOf<'call'>['unimported']>>('an object with names and keys', { names, keys: names }),
      ),
    }),
    plugin: object<SetupOf<'plugin'>>('a set-up by a plugin', {
      ...setupFacts,
      form: text,
      export: exportPath,
      methods: names,
      plugin: index,
      isInjected: optional(flag),
      list: optional(flag),
    }),
    assign: object<SetupOf<'assign'>>('a set-up by an assignment', { ...setupFacts, form: text, export: exportPath }),
    typed: object<SetupOf<'typed'>>('a set-up by a typed object', {
      ...setupFacts,
      form: text,
      export: exportPath,
      shape: optional(names),
    }),
    method: object<SetupOf<'method'>>('a set-up by a method', {
      ...setupFacts,
      form: text,
      export: exportPath,
      members: list(memberPath),
      options: index,
      where: optional(
        object<NonNullable<SetupOf<'method'>['where']>>('an object with argument and value', {
          argument: index,
          value: scalar,
        }),
      ),
    }),
    object: object<SetupOf<'object'>>('a set-up by an object with a plugin and its options', {
      ...setupFacts,
      form: text,
      export: exportPath,
      plugin: text,
      options: text,
    }),
    config: object<SetupOf<'config'>>('a set-up by a configuration file', {
      ...setupFacts,
      form: text,
      files: names,
      path,
    }),
  },
};
