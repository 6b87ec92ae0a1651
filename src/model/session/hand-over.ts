import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import type { CalledBy } from '../../ast/callers';
import { fieldDefinedBy, fieldOf } from '../../ast/class-field';
import { variableOf } from '../../ast/definition';
import type { FunctionNode } from '../../ast/functions';
import { isFunction, returnedBy } from '../../ast/functions';
import { routingOf } from '../../ast/routing';
import { staticName, staticString } from '../../ast/static-name';
import { endOfChain, outermost, unwrap } from '../../ast/unwrap';
import { callsBy, importedConstructor, importedFunction } from '../dataflow/imported-function';
import type { Query } from '../dataflow/query';
import { queryIn } from '../dataflow/values';
import type { Entry, FileContext } from '../file/file-context';
import { fileHolding, oncePerFile, oncePerText } from '../file/file-context';
import { wayInto } from '../file/way-in';
import type { Kind } from './handed';
import { isNewsTo, kindsOf } from './handed';
import { strategiesElsewhere } from './strategy-use';

/** A function of another file that this one hands a session or a request to, or that it has answer requests. */
export interface HandOver extends Entry {
  /** The file of the function, as it is looked at from here: one for all rules. */
  to: FileContext;
  /** The calls here of functions there, those of one instance together; none where a router calls it. */
  calledBy: readonly CalledBy[];
}

/** As many are followed from a file under lint, those of the files it leads to included; one of routes has dozens. */
const most = 200;

/** Through as many files in a row. */
const deepest = 3;

/** Every place of a file where it hands something of a session to a function of another file. */
export const handOversIn = oncePerFile((file: FileContext): readonly HandOver[] => {
  const { root, depth } = wayInto(file);
  if (!file.others || depth >= deepest) return [];
  const found = strategiesElsewhere(file).flatMap(({ fn, node }) => entered(fn, node, [], file) ?? []);
  const budget = budgetOf(root);
  budget.left -= found.length;
  const names = importedNamesIn(file).flatMap(({ references }) => references.map(({ identifier }) => identifier));
  for (const name of [...(names as TSESTree.Node[]), ...loadedOnTheSpot(file)]) {
    if (budget.left <= 0) break;
    const handOvers = handOversAt(name, file);
    budget.left -= handOvers.length;
    found.push(...handOvers);
  }
  return found;
});

const budgetOf = oncePerFile((_root: FileContext) => ({ left: most }));

/** What the file imports at its top level, under a name of its own, from other files of the project. */
function importedNamesIn(file: FileContext): TSESLint.Scope.Variable[] {
  const [outermostScope, top] = file.sourceCode.scopeManager?.scopes ?? [];
  return [outermostScope, top]
    .flatMap((scope) => scope?.variables ?? [])
    .filter(({ defs }) => {
      const specifier = specifierOf(defs[0]);
      return specifier !== undefined && file.others?.has(specifier, file);
    });
}

/** `require('./routes')` of `require('./routes')(app)`. */
function loadedOnTheSpot(file: FileContext): TSESTree.Node[] {
  const [outermostScope] = file.sourceCode.scopeManager?.scopes ?? [];
  const references = [...(outermostScope?.through ?? []), ...(outermostScope?.set.get('require')?.references ?? [])];
  return references.flatMap(({ identifier }) => {
    const name = identifier as TSESTree.Identifier;
    const { parent: call } = name;
    if (name.name !== 'require' || call.type !== 'CallExpression' || call.callee !== name) return [];
    const specifier = staticString(call.arguments[0]);
    return specifier !== undefined && file.others?.has(specifier, file) ? [call] : [];
  });
}

function specifierOf(definition: TSESLint.Scope.Definition | undefined): string | undefined {
  const { node, parent } = (definition ?? {}) as { node?: TSESTree.Node; parent?: TSESTree.Node | null };
  if (parent?.type === 'ImportDeclaration') return parent.source.value;
  if (node?.type === 'TSImportEqualsDeclaration') {
    return node.moduleReference.type === 'TSExternalModuleReference'
      ? staticString(node.moduleReference.expression)
      : undefined;
  }
  if (node?.type !== 'VariableDeclarator' || !node.init) return undefined;
  let value = unwrap(node.init);
  while (value.type === 'MemberExpression') value = unwrap(value.object);
  return value.type === 'CallExpression' ? staticString(value.arguments[0]) : undefined;
}

/** What is done with an imported name: it is called, routed, or a class that instances are made of. */
function handOversAt(name: TSESTree.Node, file: FileContext): HandOver[] {
  const end = endOfChain(name);
  const { parent } = end;
  if (parent?.type === 'NewExpression' && parent.callee === end) return ofInstance(parent, file);
  const handOver = handOverBy(end, file);
  return handOver ? [handOver] : [];
}

/** `new Tokens(req.session)`, and what its methods are handed. */
function ofInstance(made: TSESTree.NewExpression, file: FileContext): HandOver[] {
  const ends = [made, ...holdersOf(made, file)].map(endOfChain);
  const handOvers = ends.flatMap((end) => handOverBy(end, file) ?? []);
  const handed = kindsOf(made, file);
  const fn = handed && importedConstructor(made, queryIn(file));
  if (!fn || !(isNewsTo(fn, handed) || mayLogIn(handed, file))) return handOvers;
  const calls = ends.flatMap((end) => {
    const call = end.parent?.type === 'CallExpression' && end.parent.callee === end ? end.parent : null;
    const method = call && importedFunction(call.callee, queryIn(file));
    return call && method ? [{ fn: method, call }] : [];
  });
  const own = entered(fn, made, [{ fn, call: made }, ...calls], file);
  return own ? [...handOvers, own] : handOvers;
}

/** The names and fields that hold an instance, wherever they stand. */
function holdersOf(made: TSESTree.NewExpression, { sourceCode }: FileContext): readonly TSESTree.Node[] {
  const { parent } = outermost(made);
  switch (parent?.type) {
    case 'VariableDeclarator': {
      const variable = parent.id.type === 'Identifier' ? variableOf(parent.id, sourceCode) : null;
      return variable?.references.map(({ identifier }) => identifier as TSESTree.Node) ?? [];
    }
    case 'PropertyDefinition':
      return fieldDefinedBy(parent, sourceCode)?.uses ?? [];
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? (fieldOf(parent.left, sourceCode)?.uses ?? []) : [];
    default:
      return [];
  }
}

/** `remember(req.session, token)`, `tokens.remember(session)`, `router.post('/login', controller.enter)`. */
function handOverBy(end: TSESTree.Node, file: FileContext): HandOver | null {
  const { parent } = end;
  const query = queryIn(file);
  const call = parent?.type === 'CallExpression' && parent.callee === end ? parent : null;
  const member = unwrap(end);
  // `controller.enter.bind(controller)`
  const isBound = call !== null && member.type === 'MemberExpression' && staticName(member) === 'bind';
  if (!call || isBound) {
    const handler = call ?? end;
    const fn = routeAround(handler) ? importedFunction(isBound ? member.object : end, query) : null;
    return fn && entered(fn, handler, [], file);
  }
  const handed = kindsOf(call, file);
  const route = handed ? null : routeAround(call);
  if (route && isAccountRoute(route, call, file)) return ofMadeHandler(call, query);
  const fn = handed && importedFunction(end, query);
  if (!fn) return null;
  const calls = callsBy(call, fn, query);
  if (isNewsTo(fn, handed) || givesSecret(call)) return entered(fn, call, calls, file);
  return mayLogIn(handed, file) ? enteredOnce(fn, call, calls, file) : null;
}

/** `app.post('/login', enter(users))`, where `enter` returns what answers the request. */
function ofMadeHandler(call: TSESTree.CallExpression, query: Query): HandOver | null {
  const maker = importedFunction(call.callee, query);
  const [made, ...others] = maker && !maker.async ? returnedBy(maker) : [];
  const fn = made && unwrap(made);
  if (!maker || !isFunction(fn) || others.length > 0) return null;
  return entered(fn, call, callsBy(call, maker, query), query.file);
}

/** The route that a function is given to, in a list or a wrapper as well: `router.post('/', [check, wrap(enter)])`. */
function routeAround(handler: TSESTree.Node): TSESTree.CallExpression | null {
  for (let node = outermost(handler); node.parent; node = outermost(node.parent)) {
    const { parent } = node;
    if (parent.type === 'CallExpression' && parent.callee !== node) {
      const routing = routingOf(parent);
      if (routing) return routing.isMount ? null : parent;
    } else if (parent.type !== 'ArrayExpression') return null;
  }
  return null;
}

/** `console.log(await tokenOf(req))`: what it gives is used here, and only here it is seen for what. */
const givesSecret = (call: TSESTree.CallExpression): boolean =>
  /key|token|secret|credential|password/i.test(calledName(call)) &&
  outermost(call, true).parent?.type !== 'ExpressionStatement';

const accountWords = /(?:log|sign)[-_]?(?:in|on|out|off|up)|logged|authenticat|regist(?:er|ration)|callback|2fa|mfa/i;

/** Does the address of a route, or the name of what answers there, say that it logs in or out? */
const isAccountRoute = (route: TSESTree.Node, call: TSESTree.Node, { sourceCode }: FileContext): boolean =>
  accountWords.test(sourceCode.text.slice(route.range[0], Math.min(call.range[1], route.range[0] + 300)));

/** Is anybody logged in or out here, by a name or a path? */
const speaksOfAccounts = oncePerText(({ sourceCode }: FileContext) => accountWords.test(sourceCode.text));

/** That it is called by a login no function tells by itself, whatever it calls the request. */
const mayLogIn = (handed: readonly (Kind | null)[], file: FileContext): boolean =>
  handed.includes('request') && speaksOfAccounts(file);

const calledIn = oncePerFile((_file: FileContext) => new Map<FunctionNode, CalledBy[]>());

/** Many handlers call one function: it is looked at once with all of its calls, those of a login first. */
function enteredOnce(
  fn: FunctionNode,
  call: TSESTree.CallExpression,
  calls: readonly CalledBy[],
  file: FileContext,
): HandOver | null {
  const known = calledIn(file).get(fn);
  if (!known) {
    const calledBy = [...calls];
    calledIn(file).set(fn, calledBy);
    return entered(fn, call, calledBy, file);
  }
  if (isOfAccounts(call, file)) known.unshift(...calls);
  else if (known.length < most) known.push(...calls);
  return null;
}

/** Does the handler around a call say by its name or its route that it logs in or out? */
function isOfAccounts(call: TSESTree.Node, { sourceCode }: FileContext): boolean {
  for (let node = call; node.parent; node = node.parent) {
    if (!isFunction(node)) continue;
    const [end] = node.body.range;
    if (accountWords.test(sourceCode.text.slice(Math.max(node.parent.range[0], end - 200), end))) return true;
  }
  return false;
}

function entered(
  fn: FunctionNode,
  node: TSESTree.Node,
  calledBy: readonly CalledBy[],
  file: FileContext,
): HandOver | null {
  const to = fileHolding(fn, file);
  if (to === file) return null;
  const entry = { fn, node, from: file };
  return { ...entry, calledBy, to: to.from(entry) };
}
