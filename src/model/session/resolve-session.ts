import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { givenTo, whileCalled } from '../../ast/callers';
import { fieldOf } from '../../ast/class-field';
import { definitionOf, variableOf } from '../../ast/definition';
import { returnedBy } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { callsBy, functionCalledBy } from '../dataflow/imported-function';
import { queryIn } from '../dataflow/values';
import type { SessionMember } from '../facts/known-libraries';
import type { FileContext } from '../file/file-context';
import { fileHolding, oncePerFile } from '../file/file-context';
import { isWithin } from '../file/imports';
import { isChain } from '../file/member-chain';
import { wayInto } from '../file/way-in';
import { once } from './ask-once';
import { calledSession } from './called-session';
import { byCallback } from './session-callback';
import { factsOf, factsOfType } from './session-facts';
import type { SessionObject } from './session-object';
import { placedAt } from './session-place';
import { certain, dataNameOf } from './session-object';

const sessionsNamedIn = oncePerFile((_file: FileContext) => new Map<TSESLint.Scope.Variable, SessionObject | null>());

/** The session an expression is, by its provenance; null when that is not visible. A name alone is never enough. */
export function sessionObjectOf(expression: TSESTree.Node, from: FileContext): SessionObject | null {
  const node = unwrap(expression);
  const file = fileHolding(node, from);
  switch (node.type) {
    case 'MemberExpression':
      return (
        byMembers(node, file.libraries.sessionMembersNamed.get(staticName(node) ?? ''), file) ??
        (file.libraries.hasNamedSessions ? byOrigin(node, file) : null) ??
        dataOf(node, file) ??
        byField(node, file)
      );
    case 'CallExpression':
    case 'NewExpression':
      return byOrigin(node, file) ?? calledSession(node, file) ?? byResult(node, file);
    case 'Identifier':
      return byName(node, file);
    default:
      return null;
  }
}

/** A variable is the same session wherever it stands, so it is asked about once. */
function byName(node: TSESTree.Identifier, file: FileContext): SessionObject | null {
  const variable = variableOf(node, file.sourceCode);
  if (!variable) return byMembers(node, file.libraries.sessionMembersNamed.get(node.name), file);
  return once(
    sessionsNamedIn(file),
    variable,
    file,
    () =>
      byMembers(node, candidatesFor(node, variable, file), file) ??
      byOrigin(node, file) ??
      byDeclaration(node, file) ??
      calledSession(node, file) ??
      byDefinition(variable, file),
  );
}

/**
 * `function remember(s) {…} remember(req.session)`, `const s = sessionOf(req)`: what functions of this file hand on.
 */
function byDefinition(variable: TSESLint.Scope.Variable, file: FileContext): SessionObject | null {
  const definition = definitionOf(variable);
  if (definition?.type === 'value' && definition.path.length === 0 && !definition.isRest) {
    const value = unwrap(definition.init);
    return value.type === 'CallExpression' ? byResult(value, file) : null;
  }
  if (definition?.type !== 'parameter' || definition.path.length > 0 || definition.isRest) return null;
  return handed(givenTo(definition.fn, definition.index, file.sourceCode).given, file);
}

const fieldsIn = oncePerFile((_file: FileContext) => new Map<TSESTree.Node, SessionObject | null>());

/** `this.session`, `req.desk`, where the class or the file writes a session to it once and nothing else. */
function byField(node: TSESTree.MemberExpression, file: FileContext): SessionObject | null {
  const own = unwrap(node.object).type === 'ThisExpression' ? fieldOf(node, file.sourceCode)?.value : undefined;
  const value = own ?? placedAt(node, file);
  return value ? once(fieldsIn(file), value, file, () => handed([value], file)) : null;
}

/** Results of functions of other files are followed through as many files in a row, and as many times. */
const deepest = 3;
const mostElsewhere = 500;

const elsewhereOf = oncePerFile((_root: FileContext) => ({ left: mostElsewhere }));

const resultsIn = oncePerFile((_file: FileContext) => new Map<TSESTree.Node, SessionObject | null>());

/** `sessionOf(req)`, where that returns `req.session`. */
function byResult(call: TSESTree.CallExpression | TSESTree.NewExpression, file: FileContext): SessionObject | null {
  const fn = call.type === 'CallExpression' ? functionCalledBy(call, queryIn(file)) : null;
  if (!fn || fn.generator) return null;
  const other = fileHolding(fn, file);
  if (other === file) return once(resultsIn(file), fn, file, () => handed(returnedBy(fn), file));
  return once(resultsIn(file), call, file, () => {
    const { root, depth } = wayInto(file);
    const budget = elsewhereOf(root);
    // Each file is looked at anew as it is called, so functions that call each other have no end of their own.
    if (depth >= deepest || budget.left <= 0) return null;
    budget.left -= 1;
    const from = other.from({ fn, node: call, from: file });
    return whileCalled(callsBy(call, fn, queryIn(file)), file.sourceCode, () => handed(returnedBy(fn), from));
  });
}

/** The first session among expressions; one that a function was handed, so that others may be handed to it, too. */
function handed(expressions: readonly TSESTree.Node[], file: FileContext): SessionObject | null {
  for (const one of expressions) {
    const session = sessionObjectOf(one, file);
    if (session) return { ...session, isHandedOn: true };
  }
  return null;
}

/** The chains that a variable can be, by what it is defined as: hardly any variable can be one. */
function candidatesFor(
  { name }: TSESTree.Identifier,
  variable: TSESLint.Scope.Variable,
  file: FileContext,
): readonly SessionMember[] {
  const { sessionMembersNamed: named } = file.libraries;
  const definition = definitionOf(variable);
  let last: string | undefined;
  if (definition?.type === 'value' || definition?.type === 'parameter') {
    const value = definition.type === 'value' && definition.path.length === 0 ? unwrap(definition.init) : undefined;
    // Another name may be anything.
    if (value?.type === 'Identifier') return file.libraries.sessionMembers;
    last = value?.type === 'MemberExpression' ? staticName(value) : definition.path.at(-1);
  }
  const own = named.get(name)?.filter(({ names }) => names.length === 1) ?? [];
  return last === undefined ? own : [...(named.get(last) ?? []), ...own];
}

function byMembers(
  node: TSESTree.Node,
  candidates: readonly SessionMember[] | undefined,
  file: FileContext,
): SessionObject | null {
  if (!candidates) return null;
  // As it is written, it is nearly always the one whose names it has.
  const written = node.type === 'MemberExpression' && node.object.type === 'Identifier' ? node.object.name : undefined;
  const likely = candidates.find(({ names }) => names.at(-2) === written);
  const session = likely && sessionAt(node, likely, [], file);
  if (session) return session;
  for (const candidate of candidates) {
    const other = candidate === likely ? null : sessionAt(node, candidate, [], file);
    if (other) return other;
  }
  return null;
}

/**
 * The session that an expression is the member of, or that some keys lead to it from, if it ends in this chain and the
 * chain means a session in this file. The latter is asked last: hardly any expression gets that far.
 */
export function sessionAt(
  node: TSESTree.Node,
  member: SessionMember,
  keys: readonly string[],
  file: FileContext,
): SessionObject | null {
  return sessionAlong(node, keys.length > 0 ? [...member.names, ...keys] : member.names, member, file);
}

/**
 * The session that a path leads to from an object: `session` in `_.set(req, 'session.user', …)`.
 * @returns the session and the keys below it; null where the path leads through none
 */
export function sessionBelow(
  object: TSESTree.Node,
  path: readonly string[],
  file: FileContext,
): { session: SessionObject; keys: readonly string[] } | null {
  for (const [index, key] of path.entries()) {
    const steps = index + 1;
    const keys = path.slice(steps);
    for (const member of (keys.length > 0 && file.libraries.sessionMembersNamed.get(key)) || []) {
      const way = member.names.slice(-steps);
      const isWay = member.names.length > steps && way.every((name, at) => name === path[at]);
      const session = isWay ? sessionAlong(object, member.names.slice(0, -steps), member, file) : null;
      if (session) return { session, keys };
    }
  }
  return null;
}

function sessionAlong(
  node: TSESTree.Node,
  names: readonly string[],
  member: SessionMember,
  file: FileContext,
): SessionObject | null {
  if (!isChain(node, names, file, { isHandler: member.isRestricted })) return null;
  if (!member.isRestricted) return { facts: member.facts, isShared: true };
  const facts = factsInForce(member, file);
  if (facts.length === 0) return null;
  // Does a framework hand it to functions whose parameters do not show it?
  const isHandler = facts.some(({ fact }) => fact.within);
  return isHandler || isChain(node, names, file) ? { facts, isShared: true } : null;
}

const restrictedIn = oncePerFile((_file: FileContext) => new Map<SessionMember, SessionMember['facts']>());

/** What a chain means in this file. */
function factsInForce(member: SessionMember, file: FileContext): SessionMember['facts'] {
  const known = restrictedIn(file).get(member);
  if (known) return known;
  const facts = member.facts.filter(({ fact }) => !fact.within || isWithin(fact.within, file));
  restrictedIn(file).set(member, facts);
  return facts;
}

/** `session.data`, where that holds the values. */
function dataOf(node: TSESTree.MemberExpression, file: FileContext): SessionObject | null {
  const name = staticName(node);
  if (name === undefined || !file.libraries.sessionData.has(name)) return null;
  const session = sessionObjectOf(node.object, file);
  return session && dataNameOf(session) === name ? { ...session, isData: true } : null;
}

function byOrigin(node: TSESTree.Node, file: FileContext): SessionObject | null {
  return certain(factsOf(file.originOf(node), 'exports', file));
}

function byDeclaration(node: TSESTree.Node, file: FileContext): SessionObject | null {
  if (node.type !== 'Identifier') return null;
  const variable = variableOf(node, file.sourceCode);
  const definition = definitionOf(variable);
  if (definition?.type === 'parameter') {
    if (definition.path.length > 0) return byCallback(definition, file);
    const parameter = definition.node.type === 'TSParameterProperty' ? definition.node.parameter : definition.node;
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    return certain([
      ...('decorators' in parameter ? parameter.decorators : []).flatMap((one) =>
        factsOf(file.originOf(calleeOf(one.expression)), 'decorators', file),
      ),
      ...('typeAnnotation' in target ? factsOfType(target.typeAnnotation?.typeAnnotation, file) : []),
    ]);
  }
  const name = variable?.defs[0]?.name;
  return name?.type === 'Identifier' ? certain(factsOfType(name.typeAnnotation?.typeAnnotation, file)) : null;
}

const calleeOf = (node: TSESTree.Expression) => (node.type === 'CallExpression' ? node.callee : node);
