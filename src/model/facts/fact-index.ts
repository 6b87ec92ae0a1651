import type { CookieHeader, CookieWrite, SessionFact, Setup } from '../../libraries/types';
import type { Fact, KnownLibraries } from './known-libraries';
import { oncePerFacts } from './once-per-facts';

type FormOf<Form extends Setup['form']> = Extract<Setup, { form: Form }>;

/** Facts of set-ups and cookie writes by the names that must stand in the code: most of it is passed over. */
export interface FactIndex {
  /** Set-ups that are recognised without an import, by the name of the function. */
  unimported: ReadonlyMap<string, readonly Fact<FormOf<'call'>>[]>;
  /** Methods a plugin is handed to. */
  pluginMethods: ReadonlySet<string>;
  /** Set-ups by a method of something else, by the last name of it. */
  methods: ReadonlyMap<string, readonly (Fact<FormOf<'method'>> & { names: readonly string[] })[]>;
  /** Keys that hold a plugin beside its options. */
  pluginKeys: ReadonlySet<string>;
  /** Set-ups by a configuration file. */
  configs: readonly Fact<FormOf<'config'>>[];
  /** Properties that are assigned to. */
  assigned: ReadonlySet<string>;
  /** Cookie writes by the way they are written, by the last name of it. */
  writes: ReadonlyMap<string, readonly (Fact<CookieWrite> & { names: readonly string[] })[]>;
  /** Cookies that are assigned to, and the keys of theirs that are. */
  assignedCookies: readonly AssignedCookie[];
  /** Cookie writes that are recognised without an import, by the name of the function. */
  unimportedWrites: ReadonlyMap<string, readonly Fact<CookieWrite>[]>;
  /** Headers that are written by hand. */
  headers: readonly Fact<CookieHeader>[];
  /** Options that are known by their keys, by each of these. */
  shapes: ReadonlyMap<string, readonly Fact<FormOf<'typed'>>[]>;
  /** Interfaces that users extend, by the last of their names. */
  interfaces: ReadonlyMap<string, readonly (Fact<SessionFact> & { extended: Extended })[]>;
}

type AssignedCookie = Fact<CookieWrite> & { names: readonly string[]; keys: ReadonlySet<string> };

type Extended = NonNullable<SessionFact['interfaces']>[number];

export const factIndexOf: (libraries: KnownLibraries) => FactIndex = oncePerFacts(arrange);

function arrange({ all }: KnownLibraries): FactIndex {
  const unimported = new Map<string, Fact<FormOf<'call'>>[]>();
  const writes = new Map<string, (Fact<CookieWrite> & { names: readonly string[] })[]>();
  const methods = new Map<string, (Fact<FormOf<'method'>> & { names: readonly string[] })[]>();
  const unimportedWrites = new Map<string, Fact<CookieWrite>[]>();
  const shapes = new Map<string, Fact<FormOf<'typed'>>[]>();
  const pluginKeys = new Set<string>();
  const configs: Fact<FormOf<'config'>>[] = [];
  const pluginMethods = new Set<string>();
  const assigned = new Set<string>();
  const assignedCookies: AssignedCookie[] = [];
  for (const library of all) {
    for (const fact of library.setups ?? []) {
      if (fact.form === 'call')
        for (const name of fact.unimported?.names ?? []) add(unimported, name, { library, fact });
      if (fact.form === 'plugin') for (const method of fact.methods) pluginMethods.add(method);
      if (fact.form === 'object') pluginKeys.add(fact.plugin);
      if (fact.form === 'typed') for (const key of fact.shape ?? []) add(shapes, key, { library, fact });
      if (fact.form === 'config') configs.push({ library, fact });
      if (fact.form === 'method') {
        for (const names of fact.members.map((member) => member.split('.'))) {
          add(methods, names.at(-1) ?? '', { library, fact, names });
        }
      }
      if (fact.form === 'assign') assigned.add(fact.export.at(-1) ?? '');
    }
    for (const fact of library.cookieWrites ?? []) {
      for (const member of fact.members ?? []) {
        const names = member.split('.');
        add(writes, names.at(-1) ?? '', { library, fact, names });
      }
      for (const path of fact.assigned ?? [])
        assignedCookies.push({ library, fact, names: path.split('.'), keys: assignedKeys(fact) });
      for (const name of fact.unimported?.names ?? []) add(unimportedWrites, name, { library, fact });
    }
  }
  const interfaces = new Map<string, (Fact<SessionFact> & { extended: Extended })[]>();
  for (const library of all) {
    for (const fact of library.sessions ?? []) {
      for (const extended of fact.interfaces ?? []) {
        add(interfaces, extended.name.split('.').at(-1) ?? '', { library, fact, extended });
      }
    }
  }
  const headers = all.flatMap((library) => (library.cookieHeaders ?? []).map((fact) => ({ library, fact })));
  return {
    unimported,
    pluginMethods,
    methods,
    pluginKeys,
    configs,
    assigned,
    writes,
    assignedCookies,
    unimportedWrites,
    headers,
    shapes,
    interfaces,
  };
}

const assignedKeys = ({ attributes }: CookieWrite): ReadonlySet<string> =>
  new Set(['value', ...Object.values(attributes).map(({ path }) => path.join('.'))]);

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
