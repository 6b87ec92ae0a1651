import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { definitionOf, functionNamed, variableOf } from '../../ast/definition';
import { isFunction } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { Application as ApplicationFact } from '../../libraries/types';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { specifiersIn } from '../../model/file/imports';
import { isPath } from '../../model/file/origin';
import type { SessionSetup } from '../../model/setup/session-setup';
import { setupsIn } from '../../model/setup/session-setup';

/** A call of one of an application's methods. */
export interface MethodCall {
  call: TSESTree.CallExpression;
  method: string;
}

/** An application that this file makes or is given, and that a session of this file is added to. */
export interface Application {
  fact: ApplicationFact;
  /** What it is called here; empty where it has no name. */
  name: string;
  /** The declaration of its name; where it has none, the call that makes it. */
  made: TSESTree.Node;
  setup: SessionSetup;
  /** The call that adds the session. */
  added: TSESTree.CallExpression;
  /** The calls of its methods, in the order of the text. */
  calls: readonly MethodCall[];
  /** True when it comes from code of another file, or is handed to it, which may do anything to it. */
  isOpen: boolean;
}

/** Every session of a file that is added to an application the file makes. */
export const applicationsIn = oncePerFile((file: FileContext): readonly Application[] =>
  setupsIn(file).flatMap((setup) => {
    // What signs or parses cookies has a set-up too, and no session.
    if (!setup.library.sessions) return [];
    for (const added of callsWith(setup, file)) {
      const application = applicationOf(setup, added, file);
      if (application) return [application];
    }
    return [];
  }),
);

/** The calls a set-up is handed to: `app.use(session())`, also under a name, in a list. */
function callsWith(setup: SessionSetup, file: FileContext): TSESTree.CallExpression[] {
  const { node } = setup;
  if (setup.fact.form === 'plugin') return node.type === 'CallExpression' ? [node] : [];
  const { parent } = outermost(node, true);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return callAround(node);
  return referencesOf(variableOf(parent.id, file.sourceCode)).flatMap(callAround);
}

function callAround(node: TSESTree.Node): TSESTree.CallExpression[] {
  let whole = outermost(node, true);
  while (whole.parent?.type === 'ArrayExpression') whole = outermost(whole.parent, true);
  const { parent } = whole;
  return parent?.type === 'CallExpression' && parent.callee !== whole ? [parent] : [];
}

export const referencesOf = (variable: TSESLint.Scope.Variable | null): TSESTree.Identifier[] =>
  (variable?.references ?? []).map(({ identifier }) => identifier as TSESTree.Identifier);

function applicationOf(setup: SessionSetup, added: TSESTree.CallExpression, file: FileContext): Application | null {
  const receiver = receiverOf(added);
  const root = receiver && rootOf(receiver, file);
  if (!root?.fact.adds.includes(methodOf(added) ?? '')) return null;
  const { fact, node, isGiven = false } = root;
  const { calls, ends, names } = followed(node, fact, file);
  const [name] = names;
  return {
    fact,
    name: name?.name ?? '',
    made: (name?.defs[0]?.node as TSESTree.Node | undefined) ?? node,
    setup,
    added,
    calls,
    isOpen: isGiven || ends.some((end) => isHandedOn(end, file)),
  };
}

/** Longer than anybody's way from where an application is made to where it is used. */
const deepest = 200;

/**
 * Where an application is made, through its names and the calls that give it back: `express()` of `express().use(a)`.
 */
function rootOf(
  expression: TSESTree.Node,
  file: FileContext,
): { node: TSESTree.Node; fact: ApplicationFact; isGiven?: boolean } | null {
  let node = unwrap(expression);
  const methods: string[] = [];
  for (let depth = 0; depth < deepest; depth += 1) {
    if (node.type === 'Identifier') {
      const definition = definitionOf(variableOf(node, file.sourceCode));
      if (definition?.type === 'parameter') {
        const fact = definition.node.type === 'Identifier' ? givenIn(file) : null;
        return fact && methods.every((method) => givesItself(method, fact))
          ? { node: definition.node, fact, isGiven: true }
          : null;
      }
      if (definition?.type !== 'value' || definition.path.length > 0) return null;
      node = unwrap(definition.init);
      continue;
    }
    const fact = factOf(node, file);
    if (fact) return methods.every((method) => givesItself(method, fact)) ? { node, fact } : null;
    const receiver = node.type === 'CallExpression' ? receiverOf(node) : null;
    if (!receiver) return null;
    methods.push(methodOf(node as TSESTree.CallExpression) ?? '');
    node = receiver;
  }
  return null;
}

/**
 * The facts of an application that a function is given, `function setUp(app) {…}`: those of the one library of the file
 * that makes applications.
 */
const givenIn = oncePerFile((file: FileContext): ApplicationFact | null => {
  const loaded = new Set(
    [...specifiersIn(file)].flatMap((specifier) => file.libraries.bySpecifier.get(specifier) ?? []),
  );
  const facts = [...loaded].flatMap(({ applications = [] }) => applications);
  return facts.length === 1 ? (facts[0] ?? null) : null;
});

const givesItself = (method: string, { adds, changes, chained = [] }: ApplicationFact): boolean =>
  [adds, changes, chained].some((methods) => methods.includes(method));

/** What becomes of an application. */
interface Followed {
  /** The calls of its methods, in the order of the text: both of `app.use(a).use(b)`. */
  calls: MethodCall[];
  /** Where each way ends. */
  ends: TSESTree.Node[];
  /** The variables it is kept in, the first one first. */
  names: TSESLint.Scope.Variable[];
}

/** Through the calls of its methods, for as long as they give it back, and through the names it is then given. */
function followed(made: TSESTree.Node, fact: ApplicationFact, file: FileContext): Followed {
  const found: Followed = { calls: [], ends: [], names: [] };
  const starts = [made];
  const names = new Set<TSESLint.Scope.Variable>();
  for (let start = starts.pop(); start; start = starts.pop()) {
    const [calls, end] = chainFrom(start, fact);
    for (const call of calls) found.calls.push(call);
    found.ends.push(end);
    const variable = nameOf(end, file);
    if (!variable || names.has(variable)) continue;
    names.add(variable);
    starts.push(...referencesOf(variable).filter((reference) => !isWritten(reference)));
  }
  found.names.push(...names);
  found.calls.sort((a, b) => a.call.callee.range[1] - b.call.callee.range[1]);
  return found;
}

/** The variable a value is kept in, where it is the only thing kept there. */
function nameOf(value: TSESTree.Node, file: FileContext): TSESLint.Scope.Variable | null {
  const whole = outermost(value, true);
  const { parent } = whole;
  if (whole.type === 'Identifier' && isFunction(parent) && parent.params.includes(whole))
    return variableOf(whole, file.sourceCode);
  const target =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression' && parent.right === whole
        ? parent.left
        : null;
  const variable = target?.type === 'Identifier' ? variableOf(target, file.sourceCode) : null;
  return definitionOf(variable)?.type === 'value' ? variable : null;
}

const isWritten = (name: TSESTree.Node): boolean =>
  (name.parent?.type === 'VariableDeclarator' && name.parent.id === name) ||
  (name.parent?.type === 'AssignmentExpression' && name.parent.left === name);

/** @param fact whose methods give it back; all do where it is left out */
export function chainFrom(start: TSESTree.Node, fact?: ApplicationFact): [calls: MethodCall[], end: TSESTree.Node] {
  const calls: MethodCall[] = [];
  for (let node = outermost(start); ;) {
    const member = node.parent;
    if (member?.type !== 'MemberExpression' || member.object !== node) return [calls, node];
    const callee = outermost(member);
    const call = callee.parent;
    if (call?.type !== 'CallExpression' || call.callee !== callee) return [calls, node];
    const method = staticName(member) ?? '';
    calls.push({ call, method });
    node = outermost(call);
    // What comes of `listen` is no application, and what is done with it is done to something else.
    if (fact && !givesItself(method, fact)) return [calls, callee];
  }
}

/** The facts of the application an expression is; undefined when it is none. */
function factOf(node: TSESTree.Node, file: FileContext): ApplicationFact | undefined {
  const origin = file.originOf(node);
  if (!origin) return undefined;
  const facts = file.librariesOf(origin).flatMap(({ applications = [] }) => applications);
  return facts.find((fact) => isPath(origin.path, fact.export));
}

/** What a method is called on: `app.use(a)` in `app.use(a).use(b)`. */
export function receiverOf(call: TSESTree.CallExpression): TSESTree.Node | null {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
}

function methodOf(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? staticName(callee) : undefined;
}

/** Calls that an application is given to so that it serves: they change nothing about it. */
const serving =
  /^(?:createServer|createSecureServer|Server|serverless|serverlessExpress|toNodeListener|request|supertest|agent)$/;

function isHandedOn(end: TSESTree.Node, file: FileContext): boolean {
  const whole = outermost(end);
  const call = whole.parent;
  if ((call?.type !== 'CallExpression' && call?.type !== 'NewExpression') || call.callee === whole) return false;
  const callee = unwrap(call.callee);
  if (serving.test(calledName(call))) return false;
  if (callee.type === 'Identifier' && functionNamed(callee, file.sourceCode)) return false;
  const module = file.originOf(call.callee)?.module;
  // A package knows nothing of this application; a file of the project may set it up further.
  return module === undefined || /^(?:[.#~/]|@\/)/.test(module);
}
