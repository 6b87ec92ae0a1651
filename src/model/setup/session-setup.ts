import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { Library, Setup, DataLocation } from '../../libraries/types';
import { isPreferenceCookieName } from '../../secrets/names/cookie-names';
import { candidateCallsIn } from '../file/candidate-calls';
import { configuredIn } from './config-file';
import { valuesAtPath, constantOf, possibleValuesOf } from '../dataflow/values';
import type { CookieSite } from './cookie-site';
import { readers } from './cookie-site';
import { factIndexOf } from '../facts/fact-index';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import { isChain } from '../file/member-chain';
import { isPath } from '../file/origin';
import type { Reading } from './read-option';
import { shapedOptionsIn } from './shaped-options';
import { storageIn } from './setup-storage';
import { typedOptionsIn } from './typed-options';
import { objectsBehind, optionsOf, unimportedSetup } from './auto-imported-setup';

/** One place where a session is set up. */
export interface SessionSetup extends CookieSite {
  kind: 'setup';
  fact: Setup;
  /** Where the session's data ends up; undefined when an option nobody can read decides. */
  storage(): DataLocation | undefined;
}

/** Every place of a file where a session is set up, each once, in the order of the text. */
export const setupsIn = oncePerFile((file: FileContext): readonly SessionSetup[] => {
  const setups = [
    ...candidateCallsIn(file).flatMap((call) => setupsAt(call, file)),
    ...assignmentsIn(file),
    ...objectsIn(file),
    ...configuredIn(file).map(({ library, fact, anchor, options }) =>
      setup({ library, fact, module: library.module }, { node: options, anchor, options, argument: null }, file),
    ),
  ];
  const judged = new Set(setups.flatMap(({ options }) => (options ? objectsBehind(options, file) : [])));
  for (const { match, node, anchor, options } of typedOptionsIn(file)) {
    // Typed options that are used here are judged where they are used.
    const objects = objectsBehind(options, file);
    if (objects.length > 0 && !objects.some((object) => judged.has(object))) {
      objects.forEach((object) => judged.add(object));
      setups.push(setup(match, { node, anchor, options, argument: null }, file));
    }
  }
  for (const { match, node, anchor, options, isPart } of shapedOptionsIn(file)) {
    const [object] = objectsBehind(options, file);
    if (!object || judged.has(object)) continue;
    judged.add(object);
    const one = setup(match, { node, anchor, options, argument: null }, file);
    setups.push(isPart ? { ...one, read: (attribute) => unlessAbsent(one.read(attribute)) } : one);
  }
  return setups.filter((one) => !isOfPreference(one, file)).sort((a, b) => a.node.range[0] - b.node.range[0]);
});

const unlessAbsent = (reading: Reading | null): Reading | null =>
  reading?.state === 'absent' ? { state: 'unknown' } : reading;

/**
 * A cookie that holds its data itself, and by its name holds a theme or a message: `createCookieSessionStorage` of
 * `theme`.
 */
function isOfPreference(setup: SessionSetup, file: FileContext): boolean {
  if (setup.fact.storage !== 'signed-client' && setup.fact.storage !== 'encrypted-client') return false;
  const name = setup.read('name');
  const text = name?.state === 'set' && name.others.length === 0 ? constantOf(name.node, file)?.value : undefined;
  return typeof text === 'string' && isPreferenceCookieName(text) && setup.storage() === setup.fact.storage;
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type FormOf<Form extends Setup['form']> = Extract<Setup, { form: Form }>;
interface Match<Fact extends Setup = Setup> {
  library: Library;
  fact: Fact;
  module: string;
}

function setup(
  { library, fact, module }: Match,
  place: Pick<SessionSetup, 'node' | 'anchor' | 'options' | 'argument'>,
  file: FileContext,
): SessionSetup {
  const { options, argument } = place;
  const storage = (): DataLocation | undefined => storageIn(fact, library, options, file);
  const given = argument?.call.arguments ?? [];
  return {
    kind: 'setup',
    library,
    module,
    fact,
    ...place,
    storage,
    ...readers(fact, { library, module }, options, given, file),
  };
}

function setupsAt(call: Call, file: FileContext): SessionSetup[] {
  const called = matchAt(call.callee, 'call', file) ?? methodAt(call, file) ?? unimportedSetup(call, file);
  if (called) {
    const { options: at } = called.fact;
    const options = optionsOf(call, at, file);
    const argument = { call, index: typeof at === 'number' ? at : -1 };
    return options === undefined ? [] : [setup(called, { node: call, anchor: call.callee, options, argument }, file)];
  }
  return pluginSetups(call, file);
}

/** The first fact of a form that names the export an expression is. */
function matchAt<Form extends Setup['form']>(
  node: TSESTree.Node,
  form: Form,
  file: FileContext,
): Match<FormOf<Form>> | null {
  const origin = file.originOf(node);
  if (!origin) return null;
  for (const library of file.librariesOf(origin)) {
    for (const fact of library.setups ?? []) {
      if (fact.form === form && 'export' in fact && isPath(origin.path, fact.export)) {
        return { library, fact: fact as FormOf<Form>, module: origin.module };
      }
    }
  }
  return null;
}

/** `server.auth.strategy('session', 'cookie', {...})`, by where `server` comes from or by the way it is written. */
function methodAt(call: Call, file: FileContext): Match<FormOf<'method'>> | null {
  const callee = unwrap(call.callee);
  const last = callee.type === 'MemberExpression' ? (staticName(callee) ?? '') : '';
  for (const { library, fact, names } of factIndexOf(file.libraries).methods.get(last) ?? []) {
    const { argument = -1, value } = fact.where ?? {};
    const given = call.arguments[argument];
    if (fact.where && !(given && constantOf(given, file)?.value === value)) continue;
    const origin = file.originOf(callee);
    const isIt = origin
      ? file.librariesOf(origin).includes(library) && isPath(origin.path, fact.export)
      : isChain(callee, names, file);
    if (isIt) return { library, fact, module: library.module };
  }
  return null;
}

function pluginSetups(call: Call, file: FileContext): SessionSetup[] {
  const callee = unwrap(call.callee);
  const method = callee.type === 'MemberExpression' ? staticName(callee) : undefined;
  if (method === undefined || !factIndexOf(file.libraries).pluginMethods.has(method)) return [];
  for (const [index, argument] of call.arguments.entries()) {
    if (argument.type === 'SpreadElement') return [];
    const match = matchAt(argument, 'plugin', file);
    if (!match || match.fact.plugin !== index || !match.fact.methods.includes(method)) continue;
    const options = call.arguments[index + 1] ?? null;
    if (options?.type === 'SpreadElement' || (match.fact.isInjected && isLeftOut(options, file))) return [];
    const lists = options && match.fact.list ? possibleValuesOf(options, file).map(({ node }) => node) : [];
    const several = lists.flatMap((node) => (node.type === 'ArrayExpression' ? node.elements : []));
    const place = { node: call, anchor: argument, argument: { call, index: index + 1 } };
    return (several.length > 0 ? several : [options]).flatMap((one) =>
      one?.type === 'SpreadElement' ? [] : [setup(match, { ...place, options: one }, file)],
    );
  }
  return [];
}

/** No argument, or `undefined` before the next one. */
function isLeftOut(options: TSESTree.Node | null, file: FileContext): boolean {
  if (!options) return true;
  const constant = constantOf(options, file);
  return constant !== null && (constant.value === undefined || constant.value === null);
}

/** `{ plugin: yar, options: {...} }`, wherever the object goes. */
function objectsIn(file: FileContext): SessionSetup[] {
  const { pluginKeys } = factIndexOf(file.libraries);
  return file.nodes.properties.flatMap((property) => {
    const key = staticName(property) ?? '';
    if (property.parent.type !== 'ObjectExpression' || !pluginKeys.has(key)) return [];
    const match = matchAt(property.value, 'object', file);
    if (match?.fact.plugin !== key) return [];
    return valuesAtPath(property.parent, [match.fact.options], file).flatMap((outcome) => {
      if (outcome.state === 'unknown') return [];
      const options = outcome.state === 'set' ? outcome.node : null;
      return [setup(match, { node: property.parent, anchor: property.value, options, argument: null }, file)];
    });
  });
}

function assignmentsIn(file: FileContext): SessionSetup[] {
  const { assigned } = factIndexOf(file.libraries);
  return file.nodes.assignments.flatMap((assignment) => {
    const { left, right, operator } = assignment;
    if (operator !== '=' || left.type !== 'MemberExpression' || !assigned.has(staticName(left) ?? '')) return [];
    const match = matchAt(left, 'assign', file);
    return match ? [setup(match, { node: assignment, anchor: left, options: right, argument: null }, file)] : [];
  });
}
