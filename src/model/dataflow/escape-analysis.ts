import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { argumentAt, calledFunctions } from '../../ast/callers';
import { variableOf } from '../../ast/definition';
import { objectMethod } from '../../ast/object-method';
import { outermost } from '../../ast/unwrap';
import type { Predecessors } from './predecessors';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { Keyed, Query } from './query';
import { isLibraryCall, isReadOnlyCall } from './pure-call';

/** Keys from the value of a name to the place in question; null is a key that only run time knows. */
type Way = readonly (string | null)[];

/** A write into an object through a name that holds it: `options.cookie.secure = true`. */
export interface Write {
  path: Way;
  /** `merge`: `Object.assign(options.cookie, {…})`; `unreadable`: something is written, nobody can say what. */
  kind: 'value' | 'merge' | 'unreadable';
  /** Null after `delete`. */
  value: TSESTree.Expression | null;
  /** Where it stands in the text. */
  at: number;
  /** True when it always happens: in the very block that declares the name. */
  isCertain: boolean;
}

/** What a file does with the value of a name. */
export interface ObjectUses {
  /** In the order of the text. */
  writes: readonly Write[];
  /** Where the value, or a part of it, is given to code that may change it. */
  escapes: readonly Way[];
  /** Where the value, or a part of it, is read; by however many set-ups, once. */
  reads: readonly Way[];
}

const answersIn = oncePerFile((_file: FileContext) => new Map<object, ObjectUses>());

/** The uses of the name or field a value goes through; null where it goes through none. */
export function objectUsesOf({ variable, field }: Predecessors, query: Query): ObjectUses | null {
  const { file } = query;
  const holder = variable ?? field;
  if (!holder) return null;
  const answers = answersIn(file);
  const known = answers.get(holder);
  if (known) return known;
  // Names that write into each other in a circle find the first one without any uses.
  answers.set(holder, { writes: [], escapes: [], reads: [] });
  const uses = new Follower(query, variable).follow(variable ? readReferences(variable) : (field ?? []));
  answers.set(holder, uses);
  return uses;
}

/** Is the value at a path read by more than the one who asks? */
export function isReadElsewhere({ reads }: ObjectUses, path: readonly string[]): boolean {
  const along = reads.filter((read) =>
    read.slice(0, path.length).every((key, index) => key === null || key === path[index]),
  );
  return along.length > 1;
}

const readReferences = (variable: TSESLint.Scope.Variable): TSESTree.Node[] =>
  variable.references.flatMap((one) => (one.isRead() ? [one.identifier as TSESTree.Node] : []));

/** Follows a value through member chains and through the names that parts of it are given. */
class Follower {
  readonly #writes: Write[] = [];
  readonly #escapes: Way[] = [];
  readonly #reads: Way[] = [];
  readonly #pending: [root: TSESTree.Node, path: Way][] = [];
  #isAlias = false;
  #isOursGiven = false;
  readonly #aliases = new Set<TSESLint.Scope.Variable>();
  readonly #file: FileContext;
  readonly #keyOf: (node: Keyed) => string | undefined;
  /** The block that declares the name: what stands in it happens whenever the name is there. */
  readonly #home: TSESTree.Node | null = null;

  constructor(query: Query, variable: TSESLint.Scope.Variable | undefined) {
    this.#file = query.file;
    this.#keyOf = (node) => query.anew().keyOf(node);
    if (variable) this.#aliases.add(variable);
    const declaration = (variable?.defs[0]?.node as TSESTree.Node | undefined)?.parent;
    if (declaration?.type !== 'VariableDeclaration') return;
    const isExported = declaration.parent.type === 'ExportNamedDeclaration';
    if (isExported) this.#reads.push([]);
    this.#home = (isExported ? declaration.parent.parent : declaration.parent) ?? null;
  }

  follow(roots: readonly TSESTree.Node[]): ObjectUses {
    for (const root of roots) this.#climb(root, []);
    this.#isAlias = true;
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) this.#climb(...next);
    this.#writes.sort((a, b) => a.at - b.at);
    return { writes: this.#writes, escapes: this.#escapes, reads: this.#reads };
  }

  /** @param from where the value of `root` lies below the value in question */
  #climb(root: TSESTree.Node, from: Way): void {
    const path = [...from];
    let node = outermost(root, true);
    for (
      let parent = node.parent;
      parent?.type === 'MemberExpression' && parent.object === node;
      parent = node.parent
    ) {
      path.push(this.#keyOf(parent) ?? null);
      node = outermost(parent, true);
    }
    this.#note(node, path);
  }

  #note(node: TSESTree.Node, path: Way): void {
    const { parent } = node;
    switch (parent?.type) {
      case 'AssignmentExpression':
        if (parent.right === node) return this.#flowsInto(parent.left, path);
        // The name itself getting another value is not a write into what it held.
        if (path.length > 0)
          this.#write(parent, path, /^(?:\|\||\?\?|&&)?=$/.test(parent.operator) ? parent.right : undefined);
        return;
      case 'UnaryExpression':
        if (parent.operator === 'delete') this.#write(parent, path, null);
        return;
      case 'UpdateExpression':
        return path.length > 0 ? this.#write(parent, path) : undefined;
      case 'VariableDeclarator':
        return parent.init === node ? this.#flowsInto(parent.id, path) : undefined;
      case 'CallExpression':
      case 'NewExpression':
        return this.#given(node, parent, path);
      case 'ExpressionStatement':
        return;
      case 'ConditionalExpression':
      case 'LogicalExpression':
        this.#note(outermost(parent, true), path);
        return;
      case 'SpreadElement':
        if (parent.parent.type === 'CallExpression' || parent.parent.type === 'NewExpression') this.#escapes.push(path);
        break;
      case 'ArrayPattern':
      case 'RestElement':
      case 'ForInStatement':
      case 'ForOfStatement':
        if (path.length > 0 && !('right' in parent && parent.right === node)) this.#write(parent, path);
        break;
      case 'AssignmentPattern':
        if (parent.left === node) return path.length > 0 ? this.#write(parent, path) : undefined;
        this.#escapes.push(path);
        break;
      case 'Property':
        if (parent.parent.type === 'ObjectPattern' && parent.value === node && path.length > 0)
          return this.#write(parent, path);
        break;
      case 'JSXExpressionContainer':
      case 'JSXSpreadAttribute':
      case 'YieldExpression':
        this.#escapes.push(path);
        break;
      default:
    }
    this.#reads.push(path);
  }

  #write(at: TSESTree.Node, path: Way, value?: TSESTree.Expression | null): void {
    const statement = outermost(at).parent;
    this.#writes.push({
      path,
      kind: value === undefined ? 'unreadable' : 'value',
      value: value ?? null,
      at: at.range[0],
      isCertain:
        // What another name stands for when it writes, we do not know for certain.
        !this.#isAlias &&
        statement?.type === 'ExpressionStatement' &&
        statement.parent === this.#home &&
        !(at.type === 'AssignmentExpression' && at.operator !== '='),
    });
  }

  /** `const cookie = options.cookie`, `const { cookie } = options`: writes through the new name are writes as well. */
  #flowsInto(target: TSESTree.Node, path: Way): void {
    switch (target.type) {
      case 'Identifier': {
        const variable = variableOf(target, this.#file.sourceCode);
        if (!variable || this.#aliases.has(variable)) return;
        this.#aliases.add(variable);
        for (const root of readReferences(variable)) this.#pending.push([root, path]);
        return;
      }
      case 'ObjectPattern':
        for (const property of target.properties) {
          if (property.type === 'RestElement') this.#reads.push(path);
          else this.#flowsInto(property.value, [...path, this.#keyOf(property) ?? null]);
        }
        return;
      case 'AssignmentPattern':
        return this.#flowsInto(target.left, path);
      case 'MemberExpression':
        this.#reads.push(path);
        if (!/^(?:module\.)?exports\b/.test(this.#file.textOf(target))) this.#escapes.push(path);
        return;
      default:
        this.#reads.push(path);
    }
  }

  #given(node: TSESTree.Node, call: TSESTree.CallExpression | TSESTree.NewExpression, path: Way): void {
    if (call.callee === node) {
      // `options.set(…)` may do anything to `options`.
      if (path.length > 0) this.#escapes.push(path.slice(0, -1));
      return void this.#reads.push(path);
    }
    if (call.arguments[0] === node && objectMethod(call) === 'assign') {
      for (const source of call.arguments.slice(1)) {
        this.#write(call, path, source.type === 'SpreadElement' ? undefined : source);
        const write = this.#writes.at(-1);
        if (write?.kind === 'value') write.kind = 'merge';
      }
      return this.#note(outermost(call), path);
    }
    const parameter = parameterFor(node, call, this.#file);
    if (parameter) return this.#flowsInto(parameter, path);
    if (isLibraryCall(call, this.#file)) {
      // All set-ups and cookies that use the same options are one reader: they are what we are asked about.
      if (!this.#isOursGiven) this.#reads.push(path);
      this.#isOursGiven = true;
      return;
    }
    this.#reads.push(path);
    if (!isReadOnlyCall(call)) this.#escapes.push(path);
  }
}

/** The parameter that the one function of this file which a call calls has for an argument. */
function parameterFor(
  argument: TSESTree.Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  file: FileContext,
): TSESTree.Node | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const index = call.arguments.indexOf(argument as TSESTree.Expression);
  const [fn, ...others] = argumentAt(call, index) ? calledFunctions(call, file.sourceCode) : [];
  const parameter = others.length === 0 ? fn?.params[index] : undefined;
  return parameter?.type === 'TSParameterProperty' ? undefined : parameter;
}
