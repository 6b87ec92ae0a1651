import type { TSESTree } from '@typescript-eslint/utils';
import { valueBehind, variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { AttributeName, CookieWrite as CookieWriteFact } from '../../libraries/types';
import { valuesAtPath, possibleValuesOf } from '../dataflow/values';
import { factIndexOf } from '../facts/fact-index';
import type { Fact } from '../facts/known-libraries';
import type { FileContext } from '../file/file-context';
import { isWithin } from '../file/imports';
import { isChain } from '../file/member-chain';
import { isPath } from '../file/origin';
import { readers } from '../setup/cookie-site';
import type { Reading } from '../setup/read-option';
import { readOption } from '../setup/read-option';
import { setupsIn } from '../setup/session-setup';
import { memberNameOf } from './cookie-member-name';
import type { CookieWrite } from './cookie-write';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

export function writeAt(call: Call, file: FileContext): CookieWrite | null {
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return null;
  const match = factOf(call, file);
  if (!match) return null;
  const { library, fact } = match;
  const module = file.originOf(call.callee)?.module ?? library.module;
  const given = partsOf(call, fact, file);
  if (!given || !isServed(given.options, fact, file)) return null;
  const { read, ...rest } = readers(fact, { library, module }, given.options, call.arguments, file);
  return {
    kind: 'write',
    library,
    module,
    fact,
    node: call,
    anchor: call.callee,
    ...given,
    ...rest,
    argument: { call, index: fact.options },
    read: (attribute) => unlessDeclared(withDefaults(read(attribute), attribute, match, file), given.name, file),
  };
}

/** Is a call that browsers can make, too, one on the server by what it is given: `{ req, res }`? */
function isServed(options: TSESTree.Node | null, { onlyWith }: CookieWriteFact, file: FileContext): boolean {
  const isGiven = (key: string): boolean =>
    options !== null && valuesAtPath(options, [key], file).every(({ state }) => state === 'set');
  return !onlyWith || onlyWith.some(isGiven);
}

function factOf({ callee, arguments: given }: Call, file: FileContext): Fact<CookieWriteFact> | null {
  const origin = file.originOf(callee);
  if (!origin) {
    const candidates = factIndexOf(file.libraries).writes.get(lastNameOf(callee) ?? '') ?? [];
    return (
      candidates.find(
        ({ fact, names }) =>
          (!fact.within || isWithin(fact.within, file)) &&
          isChain(callee, names, file, { isFluent: true, isHandler: fact.within !== undefined }),
      ) ?? unimported(callee, given, file)
    );
  }
  for (const library of file.librariesOf(origin)) {
    const fact = library.cookieWrites?.find(({ exports = [] }) => exports.some((path) => isPath(origin.path, path)));
    if (fact) return { library, fact };
  }
  return null;
}

/** A call whose name and first argument leave no doubt, though nothing was imported: `setCookie(event, 'sid', v)`. */
function unimported(
  callee: TSESTree.Node,
  [first]: Call['arguments'],
  file: FileContext,
): Fact<CookieWriteFact> | null {
  if (callee.type !== 'Identifier' || first?.type !== 'Identifier') return null;
  const candidates = factIndexOf(file.libraries).unimportedWrites.get(callee.name) ?? [];
  if (candidates.length === 0 || variableOf(callee, file.sourceCode)?.defs.length) return null;
  return candidates.find(({ fact }) => fact.unimported?.first.includes(first.name)) ?? null;
}

function lastNameOf(callee: TSESTree.Node): string | undefined {
  const node = unwrap(callee);
  return node.type === 'MemberExpression' ? staticName(node) : node.type === 'Identifier' ? node.name : undefined;
}

type Parts = Pick<CookieWrite, 'name' | 'value' | 'options'>;

/** Name, value and options, given one by one or in one object. */
function partsOf(call: Call, fact: CookieWriteFact, file: FileContext): Parts | null {
  const object = fact.object === undefined ? undefined : call.arguments[fact.object];
  if (object && possibleValuesOf(object, file).some(({ node }) => node.type === 'ObjectExpression')) {
    const at = (key: string): TSESTree.Node | null => {
      const [outcome] = valuesAtPath(object, [key], file);
      return outcome?.state === 'set' ? outcome.node : null;
    };
    const name = fact.name === 'step' ? lastStep(call.callee, file) : at('name');
    return name && { name, value: at('value'), options: object };
  }
  const name = fact.name === 'step' ? lastStep(call.callee, file) : call.arguments[fact.name];
  if (!name) return null;
  return {
    name,
    value: (fact.value === undefined ? undefined : call.arguments[fact.value]) ?? null,
    options: call.arguments[fact.options] ?? null,
  };
}

/** `sid` of `cookie.sid.set({…})`, where the cookie is a step of the way to the method. */
function lastStep(callee: TSESTree.Node, file: FileContext): TSESTree.Node | null {
  const method = unwrap(callee);
  return method.type === 'MemberExpression' ? memberNameOf(method.object, file) : null;
}

/** What the library's set-up in this file says for every cookie. */
function withDefaults(
  reading: Reading | null,
  attribute: AttributeName,
  { library, fact }: Fact<CookieWriteFact>,
  file: FileContext,
): Reading | null {
  const { defaultsFrom } = fact;
  const attributeFact = fact.attributes[attribute];
  if (reading?.state !== 'absent' || !defaultsFrom || !attributeFact) return reading;
  for (const setup of setupsIn(file)) {
    if (setup.library !== library || !setup.options || setup.fact.form === 'config') continue;
    if (!isPath(setup.fact.export, defaultsFrom.export)) continue;
    const path = [...defaultsFrom.path, ...attributeFact.path];
    const general = readOption(setup.options, { ...attributeFact, path, aliases: [] }, file);
    if (general.state !== 'absent') return general;
  }
  return reading;
}

/** `const cookie = { name: 'sid', httpOnly: true }` whose name alone is given: somebody else puts the rest to it. */
function unlessDeclared(reading: Reading | null, name: TSESTree.Node, file: FileContext): Reading | null {
  if (reading?.state !== 'absent') return reading;
  const named = valueBehind(name, file.sourceCode);
  const object =
    named.type === 'MemberExpression' && staticName(named) === 'name'
      ? valueBehind(named.object, file.sourceCode)
      : null;
  const isDeclared =
    object?.type === 'ObjectExpression' &&
    object.properties.some((one) => attributeKey.test((one.type === 'Property' && staticName(one)) || ''));
  return isDeclared ? { state: 'unknown' } : reading;
}

const attributeKey = /^(?:httpOnly|secure|sameSite|maxAge|expires)$/i;
