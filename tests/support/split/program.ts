import { parseForESLint } from '@typescript-eslint/parser';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Edit } from './traced';
import { Traced } from './traced';

export type Range = readonly [number, number];

type NodeType = `${TSESTree.AST_NODE_TYPES}`;
type NodeOf<T, N = TSESTree.Node> = N extends TSESTree.Node ? (`${N['type']}` extends T ? N : never) : never;

const isWithin = (inner: Range, outer: Range): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

/** What a part of a program needs of the rest. */
export interface Needs {
  /** Names of the functions around it, and names of the file that others use as well. */
  locals: readonly string[];
  /** Those of the file among them. */
  shared: readonly string[];
  /** Statements that import. */
  imports: readonly TSESTree.Node[];
  /** Imports that nothing else uses. */
  ownImports: readonly TSESTree.Node[];
  /** Statements of the file that declare what nothing else uses. */
  moved: readonly TSESTree.Node[];
}

/** A flat program that has been read. */
export class Program {
  readonly text: Traced;
  readonly body: readonly TSESTree.ProgramStatement[];
  /** All nodes, each before what it is made of. */
  readonly nodes: readonly TSESTree.Node[];
  readonly #references: readonly TSESLint.Scope.Reference[];

  constructor(text: Traced) {
    this.text = text;
    const { ast, scopeManager, visitorKeys } = parseForESLint(text.text, { range: true, loc: true });
    this.body = ast.body;
    const nodes: TSESTree.Node[] = [];
    const walk = (node: TSESTree.Node, parent?: TSESTree.Node): void => {
      node.parent = parent as never;
      nodes.push(node);
      for (const key of visitorKeys[node.type] ?? []) {
        const below = (node as unknown as Record<string, unknown>)[key];
        for (const one of Array.isArray(below) ? below : [below]) if (one) walk(one as TSESTree.Node, node);
      }
    };
    walk(ast);
    this.nodes = nodes;
    this.#references = (scopeManager.scopes as unknown as TSESLint.Scope.Scope[]).flatMap((scope) => scope.references);
  }

  /** The statement of the file that a node stands in. */
  statementOf(node: TSESTree.Node): TSESTree.ProgramStatement | undefined {
    return this.body.find(({ range }) => isWithin(node.range, range));
  }

  within<T extends NodeType>(range: Range, ...types: T[]): NodeOf<T>[] {
    return this.nodes.filter(
      (node) => (types as string[]).includes(node.type) && isWithin(node.range, range),
    ) as unknown as NodeOf<T>[];
  }

  /** What stands directly in a part: not in the functions that are written in it. */
  directlyIn<T extends NodeType>(range: Range, ...types: T[]): NodeOf<T>[] {
    const functions = this.nodes.filter((node) => isFunction(node) && isWithin(node.range, range));
    return this.within(range, ...types).filter(
      ({ range: inner }) => !functions.some((fn) => fn.range !== inner && isWithin(inner, fn.range)),
    );
  }

  needsOf(part: Range): Needs {
    const ranges: Range[] = [part];
    const moved: TSESTree.Node[] = [];
    for (let index = 0; index < ranges.length; index += 1) {
      const range = ranges[index] as Range;
      for (const variable of this.#freeIn(range)) {
        const statement = importOf(variable) ? undefined : this.#onlyDeclarationOf(variable);
        if (!statement || ranges.includes(statement.range)) continue;
        const isOwn = this.#usesOf(variable).every(
          (used) => ranges.some((one) => isWithin(used, one)) || isWithin(used, statement.range),
        );
        if (!isOwn) continue;
        moved.push(statement);
        ranges.push(statement.range);
      }
    }
    const isIn = (one: Range): boolean => ranges.some((range) => isWithin(one, range));
    const free = [...new Set(ranges.flatMap((range) => this.#freeIn(range)))].filter(
      (variable) => !variable.defs.some(({ name }) => isIn(name.range)),
    );
    const imports = [...new Set(free.flatMap((variable) => importOf(variable) ?? []))];
    const others = free.filter((variable) => !importOf(variable));
    return {
      locals: others.map(({ name }) => name),
      shared: others.filter(({ scope }) => scope.type === 'module' || scope.type === 'global').map(({ name }) => name),
      imports,
      ownImports: imports.filter((one) =>
        this.#references.every(
          ({ resolved, identifier }) =>
            isWithin(identifier.range, one.range) || !resolved || importOf(resolved) !== one || isIn(identifier.range),
        ),
      ),
      moved,
    };
  }

  /** Is a name declared in the part that is used outside of it, or one from outside written in it? */
  isBoundTo(part: Range): boolean {
    return this.#references.some((reference) => {
      const { resolved, identifier } = reference;
      if (!resolved || resolved.defs.length === 0) return false;
      const isDeclaredHere = resolved.defs.some(({ name }) => isWithin(name.range, part));
      const isUsedHere = isWithin(identifier.range, part);
      return isDeclaredHere ? !isUsedHere : isUsedHere && reference.isWrite();
    });
  }

  /** Edits of a part that write something else in the place of a name that is not declared there, or by `declared`. */
  renamed(name: string, by: string, part: Range = [0, this.text.text.length], declared: Range = [0, 0]): Edit[] {
    return this.#references
      .filter(({ identifier, resolved }) => {
        const isIt = identifier.name === name && isWithin(identifier.range, part);
        if (!isIt || !resolved || isWithin(identifier.range, declared)) return false;
        return resolved.defs.some((one) => !isWithin(one.name.range, part) || isWithin(one.name.range, declared));
      })
      .map(({ identifier }) => {
        const { parent } = identifier as TSESTree.Node;
        const isShort = parent?.type === 'Property' && parent.shorthand;
        return { range: identifier.range, by: isShort ? `${name}: ${by}` : by };
      });
  }

  #freeIn(range: Range): TSESLint.Scope.Variable[] {
    return this.#references
      .filter(({ identifier }) => isWithin(identifier.range, range))
      .flatMap(({ resolved }) => (resolved && resolved.defs.length > 0 ? [resolved] : []))
      .filter(({ defs }) => !defs.some(({ name }) => isWithin(name.range, range)));
  }

  #usesOf(variable: TSESLint.Scope.Variable): Range[] {
    return this.#references.filter(({ resolved }) => resolved === variable).map(({ identifier }) => identifier.range);
  }

  /** `const hour = 3600;` at the top of the file, exported by nobody. */
  #onlyDeclarationOf({ defs }: TSESLint.Scope.Variable): TSESTree.Node | undefined {
    const [definition] = defs;
    return this.body.find((statement) => {
      if (!definition || !isWithin(definition.name.range, statement.range)) return false;
      if (statement.type === 'VariableDeclaration') {
        return statement.declarations.length === 1 && statement.declarations[0]?.id === definition.name;
      }
      return (
        (statement.type === 'FunctionDeclaration' || statement.type === 'TSInterfaceDeclaration') &&
        statement.id === definition.name
      );
    });
  }
}

/** The statement that imports a name, by `require` as well. */
function importOf({ defs: [definition] }: TSESLint.Scope.Variable): TSESTree.Node | undefined {
  const { node, parent } = (definition ?? {}) as { node?: TSESTree.Node; parent?: TSESTree.Node };
  if (parent?.type === 'ImportDeclaration') return parent;
  const init = node?.type === 'VariableDeclarator' ? node.init : undefined;
  const isRequired =
    init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
  return isRequired ? parent : undefined;
}

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration;

export const isFunction = (node: TSESTree.Node): node is FunctionNode =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration';
