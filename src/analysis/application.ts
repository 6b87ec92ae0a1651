import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../ast/called-name';
import { functionNamed, variableOf } from '../ast/definition';
import { staticName } from '../ast/static-name';
import { outermost, unwrap } from '../ast/unwrap';
import type { Application as ApplicationFact } from '../libraries/types';
import type { File } from './file';
import { oncePerFile } from './file';
import { isPath } from './origin';
import type { SessionSetup } from './session-setup';
import { setupsIn } from './session-setup';

/** A call of one of an application's methods. */
export interface MethodCall {
  call: TSESTree.CallExpression;
  method: string;
}

/** An application that this file makes, and that a session of this file is added to. */
export interface Application {
  fact: ApplicationFact;
  /** What it is called here. */
  name: string;
  /** The declaration or assignment that makes it. */
  made: TSESTree.Node;
  setup: SessionSetup;
  /** The call that adds the session. */
  added: TSESTree.CallExpression;
  /** The calls of its methods, in the order of the text. */
  calls: readonly MethodCall[];
  /** True when it is handed to code of another file, which may do anything to it. */
  isOpen: boolean;
}

/** Every session of a file that is added to an application the file makes. */
export const applicationsIn = oncePerFile((file: File): readonly Application[] =>
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
function callsWith(setup: SessionSetup, file: File): TSESTree.CallExpression[] {
  const { node } = setup;
  if (setup.fact.form === 'plugin') return node.type === 'CallExpression' ? [node] : [];
  const { parent } = outermost(node, true);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return callAround(node);
  return referencesOf(variableOf(parent.id, file.sourceCode)).flatMap(callAround);
}

function callAround(node: TSESTree.Node): TSESTree.CallExpression[] {
  const whole = outermost(node, true);
  const { parent } = whole;
  if (parent?.type === 'ArrayExpression') return callAround(parent);
  return parent?.type === 'CallExpression' && parent.callee !== whole ? [parent] : [];
}

const referencesOf = (variable: TSESLint.Scope.Variable | null): TSESTree.Identifier[] =>
  (variable?.references ?? []).map(({ identifier }) => identifier as TSESTree.Identifier);

function applicationOf(setup: SessionSetup, added: TSESTree.CallExpression, file: File): Application | null {
  const receiver = receiverOf(added);
  if (receiver?.type !== 'Identifier') return null;
  const variable = variableOf(receiver, file.sourceCode);
  const made = variable?.defs[0]?.node as TSESTree.Node | undefined;
  const fact = factOf(receiver, file);
  if (!variable || !made || !fact?.adds.includes(methodOf(added) ?? '')) return null;
  const references = referencesOf(variable);
  return {
    fact,
    name: receiver.name,
    made,
    setup,
    added,
    calls: methodCalls(references),
    isOpen: references.some((reference) => isHandedOn(reference, file)),
  };
}

/** The facts of the application an expression is; undefined when it is none. */
function factOf(node: TSESTree.Node, file: File): ApplicationFact | undefined {
  const origin = file.originOf(node);
  if (!origin) return undefined;
  const facts = file.librariesOf(origin).flatMap(({ applications = [] }) => applications);
  return facts.find((fact) => isPath(origin.path, fact.export));
}

/** What a method is called on, through the calls before it: `app` in `app.use(a).use(b)`. */
function receiverOf(call: TSESTree.CallExpression): TSESTree.Node | null {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return null;
  const object = unwrap(callee.object);
  return object.type === 'CallExpression' ? receiverOf(object) : object;
}

function methodOf(call: TSESTree.CallExpression): string | undefined {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? staticName(callee) : undefined;
}

/** The calls of a chain that begins at a name: both of `app.use(a).use(b)`. */
function methodCalls(references: readonly TSESTree.Identifier[]): MethodCall[] {
  return references.flatMap((reference) => {
    const calls: MethodCall[] = [];
    for (let node: TSESTree.Node = outermost(reference); ; ) {
      const member: TSESTree.Node | undefined = node.parent;
      if (member?.type !== 'MemberExpression' || member.object !== node) return calls;
      const callee = outermost(member);
      const call: TSESTree.Node | undefined = callee.parent;
      if (call?.type !== 'CallExpression' || call.callee !== callee) return calls;
      calls.push({ call, method: staticName(member) ?? '' });
      node = outermost(call);
    }
  });
}

/** Calls that an application is given to so that it serves: they change nothing about it. */
const serving = /^(?:createServer|createSecureServer|Server|serverless|serverlessExpress|toNodeListener|request|supertest|agent)$/;

function isHandedOn(reference: TSESTree.Identifier, file: File): boolean {
  const whole = outermost(reference);
  const call = whole.parent;
  if ((call?.type !== 'CallExpression' && call?.type !== 'NewExpression') || call.callee === whole) return false;
  const callee = unwrap(call.callee);
  if (serving.test(calledName(call))) return false;
  if (callee.type === 'Identifier' && functionNamed(callee, file.sourceCode)) return false;
  const module = file.originOf(call.callee)?.module;
  // A package knows nothing of this application; a file of the project may set it up further.
  return module === undefined || /^(?:[.#~/]|@\/)/.test(module);
}

/**
 * The routes of an application for requests that change something, those of routers that are added to it included.
 * Only what this file shows.
 */
export function changingRoutesOf({ calls, fact }: Application, file: File): TSESTree.CallExpression[] {
  const routers = calls.flatMap(({ call, method }) => (fact.adds.includes(method) ? call.arguments : [])).flatMap((argument) => {
    const router = routerIn(argument);
    return router && isRouter(router, file) ? referencesOf(variableOf(router, file.sourceCode)) : [];
  });
  const onRouters = methodCalls(routers).filter(({ method }) => changing.has(method));
  return [...calls.filter(({ method }) => fact.changes.includes(method)), ...onRouters].map(({ call }) => call);
}

const changing = new Set(['post', 'put', 'patch', 'delete', 'del']);

/** `router`, and `router` in `router.routes()`. */
function routerIn(argument: TSESTree.Node): TSESTree.Identifier | null {
  const node = unwrap(argument);
  const root = node.type === 'CallExpression' ? receiverOf(node) : node;
  return root?.type === 'Identifier' ? root : null;
}

function isRouter(node: TSESTree.Identifier, file: File): boolean {
  const origin = file.originOf(node);
  if (!origin) return false;
  return file.librariesOf(origin).some(({ routers = [] }) => routers.some((path) => isPath(origin.path, path)));
}
