import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { type Call, calledFunctions, callersOf } from '../../ast/callers';
import { fieldDeclaredBy, fieldOf } from '../../ast/class-field';
import { variableOf } from '../../ast/definition';
import { type FunctionNode, functionAround } from '../../ast/functions';
import { inOrder } from '../../ast/in-order';
import { namesIn } from '../../ast/pattern-names';
import { mentionsOf } from '../../ast/request-place';
import { isJar, isKey, staticName } from '../../ast/static-name';
import { endOfChain } from '../../ast/unwrap';
import { isRequire } from './origin';

/**
 * The places of a file that may matter: everything reached from one of our words in its text, followed through the
 * names it is given. In the order of the text; the rest of the file is never looked at.
 */
export interface RelevantNodes {
  /** Calls and constructions on, with, or resulting in something of ours. */
  calls: (TSESTree.CallExpression | TSESTree.NewExpression)[];
  /** Names, member chains and calls that may be something of ours. */
  expressions: (TSESTree.Identifier | TSESTree.MemberExpression | TSESTree.CallExpression | TSESTree.NewExpression)[];
  assignments: TSESTree.AssignmentExpression[];
  /** Properties of object literals (and of patterns) whose key is one of our words. */
  properties: TSESTree.Property[];
  declarators: TSESTree.VariableDeclarator[];
  types: (TSESTree.TSTypeReference | TSESTree.TSInterfaceDeclaration | TSESTree.TSInterfaceHeritage)[];
}

/**
 * @param leaves where our words stand in the text
 * @param handed parameters that another file hands something of ours to
 * @param sessionNames what members are called that hold a session
 */
export const relevantNodesFrom = (
  leaves: readonly TSESTree.Node[],
  handed: readonly TSESTree.Parameter[],
  sourceCode: TSESLint.SourceCode,
  sessionNames: ReadonlySet<string>,
): RelevantNodes => new Follower(sourceCode, sessionNames).follow(leaves, handed);

type Nodes<Kind extends keyof RelevantNodes> = Set<RelevantNodes[Kind][number]>;

/** Its fields are private to TypeScript only: those private to the engine are slower, and this runs for every word. */
class Follower {
  private readonly calls: Nodes<'calls'> = new Set();
  private readonly expressions: RelevantNodes['expressions'] = [];
  private readonly assignments: Nodes<'assignments'> = new Set();
  private readonly properties: Nodes<'properties'> = new Set();
  private readonly declarators: Nodes<'declarators'> = new Set();
  private readonly types: Nodes<'types'> = new Set();
  private readonly variables = new Set<TSESLint.Scope.Variable>();
  private readonly places = new Set<string>();
  private readonly queue: TSESTree.Node[] = [];
  private readonly seen = new Set<TSESTree.Node>();
  private readonly sourceCode: TSESLint.SourceCode;
  private readonly sessionNames: ReadonlySet<string>;

  constructor(sourceCode: TSESLint.SourceCode, sessionNames: ReadonlySet<string>) {
    this.sourceCode = sourceCode;
    this.sessionNames = sessionNames;
  }

  follow(leaves: readonly TSESTree.Node[], handed: readonly TSESTree.Parameter[]): RelevantNodes {
    this.queue.push(...leaves);
    for (const parameter of handed) this.bindParameter(parameter);
    for (let node = this.queue.pop(); node; node = this.queue.pop()) this.climb(node);
    return {
      calls: inOrder(this.calls),
      expressions: inOrder(this.expressions),
      assignments: inOrder(this.assignments),
      properties: inOrder(this.properties),
      declarators: inOrder(this.declarators),
      types: inOrder(this.types),
    };
  }

  /** Upwards for as long as what stands here may flow on, then sideways through the names it is bound to. */
  private climb(start: TSESTree.Node): void {
    for (let node: TSESTree.Node | undefined = start; node && !this.seen.has(node);) {
      this.seen.add(node);
      this.note(node);
      node = this.next(node);
    }
  }

  private note(node: TSESTree.Node): void {
    switch (node.type) {
      case 'CallExpression':
      case 'NewExpression':
        this.calls.add(node);
        this.expressions.push(node);
        return;
      case 'MemberExpression':
        this.expressions.push(node);
        return;
      case 'Identifier':
        if (!isKey(node)) this.expressions.push(node);
        return;
      default:
    }
  }

  private next(node: TSESTree.Node): TSESTree.Node | undefined {
    const { parent } = node;
    switch (parent?.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSNonNullExpression':
      case 'ChainExpression':
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'ConditionalExpression':
      case 'SequenceExpression':
      case 'TSQualifiedName':
      case 'TemplateLiteral':
      case 'BinaryExpression':
        return parent;
      case 'MemberExpression':
        return parent.object === node && this.isSession(node) && !this.isSession(parent)
          ? this.pastKey(parent)
          : parent;
      case 'CallExpression':
      case 'NewExpression':
        return this.nextAfterCall(node, parent);
      case 'ImportExpression':
        return parent;
      case 'VariableDeclarator':
        this.declarators.add(parent);
        this.bind(parent.id);
        return undefined;
      case 'AssignmentExpression':
        this.assignments.add(parent);
        if (parent.right !== node) return undefined;
        this.bind(parent.left);
        if (this.isSession(node)) this.queue.push(...mentionsOf(parent.left, this.places, this.sourceCode));
        // `const app = (module.exports = new Koa())`.
        return parent.operator === '=' ? parent : undefined;
      case 'AssignmentPattern':
        this.bind(parent.left);
        return undefined;
      case 'Property':
        this.properties.add(parent);
        if (parent.parent.type === 'ObjectPattern') this.bind(parent.value);
        return undefined;
      case 'ArrayExpression':
        return parent;
      case 'ArrowFunctionExpression':
        return this.returnFrom(parent.body === node ? parent : null);
      case 'ReturnStatement':
        return this.returnFrom(functionAround(parent));
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        this.bind(parent.local);
        return undefined;
      case 'ImportDeclaration':
        for (const specifier of parent.specifiers) this.bind(specifier.local);
        return undefined;
      case 'TSExternalModuleReference':
        if (parent.parent.type === 'TSImportEqualsDeclaration') this.bind(parent.parent.id);
        return undefined;
      case 'TSTypeReference':
      case 'TSInterfaceDeclaration':
      case 'TSInterfaceHeritage':
        this.types.add(parent);
        return parent;
      // What a type or a decorator speaks of: the name it stands at.
      case 'TSIntersectionType':
      case 'TSTypeAnnotation':
        return parent;
      case 'Decorator':
        return parent;
      case 'Identifier':
        this.bind(parent);
        return undefined;
      default:
        return undefined;
    }
  }

  private isSession(node: TSESTree.Node): boolean {
    return node.type === 'MemberExpression' && this.sessionNames.has(staticName(node) ?? '');
  }

  /**
   * What a session holds is looked at from the session. Of `req.session.user.name` we only have to know the name it is
   * given, and whether it is written to: the rest of the way up leads through most of a server's code.
   */
  private pastKey(member: TSESTree.MemberExpression): undefined {
    let node = endOfChain(member);
    // `session.get('user')` may be a part of it, too.
    if (node.parent?.type === 'CallExpression' && node.parent.callee === node) {
      if (isJar(member.object)) this.calls.add(node.parent);
      node = endOfChain(node.parent);
    }
    const { parent } = node;
    if (parent?.type === 'VariableDeclarator') this.bind(parent.id);
    if (parent?.type !== 'AssignmentExpression') return undefined;
    if (parent.right === node) this.bind(parent.left);
    else if (isJar(member.object) || /secret|password|key|^cookie$/i.test(staticName(member) ?? ''))
      this.assignments.add(parent);
    return undefined;
  }

  private nextAfterCall(
    node: TSESTree.Node,
    call: TSESTree.CallExpression | TSESTree.NewExpression,
  ): TSESTree.Node | undefined {
    if (call.callee === node) return call;
    this.calls.add(call);
    this.handInto(call, call.arguments.indexOf(node as TSESTree.Expression));
    // What is given to a call stays there, but for the loading of modules and for calls that hand their argument on.
    const flowsOn =
      call.arguments.length === 1 ||
      isRequire(call.callee, this.sourceCode) ||
      call.parent.type === 'VariableDeclarator';
    return flowsOn ? call : undefined;
  }

  /** Into the parameter of a function of this file. */
  private handInto(call: Call, index: number): void {
    for (const { params } of calledFunctions(call, this.sourceCode))
      if (params[index]) this.bindParameter(params[index]);
  }

  private bindParameter(parameter: TSESTree.Parameter): void {
    if (parameter.type !== 'TSParameterProperty') return this.bind(parameter);
    this.bind(parameter.parameter);
    this.queue.push(...(fieldDeclaredBy(parameter, this.sourceCode)?.uses ?? []));
  }

  /** Out of a function, to where it is called. */
  private returnFrom(fn: FunctionNode | null): undefined {
    if (fn) this.queue.push(...callersOf(fn, this.sourceCode).calls);
  }

  private bind(target: TSESTree.Node): void {
    if (target.type === 'MemberExpression' && target.object.type === 'ThisExpression') {
      this.queue.push(...(fieldOf(target, this.sourceCode)?.uses ?? []));
      return;
    }
    for (const variable of namesIn(target).map((name) => variableOf(name, this.sourceCode))) {
      if (!variable || this.variables.has(variable)) continue;
      this.variables.add(variable);
      for (const reference of variable.references) this.queue.push(reference.identifier as TSESTree.Node);
    }
  }
}
