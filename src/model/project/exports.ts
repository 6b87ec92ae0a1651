import type { TSESTree } from '@typescript-eslint/utils';
import { namesIn } from '../../ast/pattern-names';
import { objectMethod } from '../../ast/object-method';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../file/file-context';
import { oncePerText } from '../file/file-context';

/** What stands behind a name that a file exports. */
export type Export =
  | { kind: 'here'; node: TSESTree.Node }
  /** Of another file: a name of it, or all of it. */
  | { kind: 'there'; specifier: string; name: string | null };

/** What a file exports, by the names others import it by. */
export interface Exports {
  named: ReadonlyMap<string, Export>;
  /** `export default`, `module.exports =`, `export =`; null where there is none, or more than one. */
  whole: Export | null;
  /** Is the whole a default export, which `export *` of another file leaves out? */
  isDefault: boolean;
  /** Files of which everything is exported. */
  all: readonly string[];
}

/** Everything a file exports at its top level, by ES modules or by CommonJS. */
export const exportsOf = oncePerText(({ sourceCode }: FileContext): Exports => {
  const found = new Collector();
  for (const statement of sourceCode.ast.body) found.add(statement);
  return found.exports();
});

const here = (node: TSESTree.Node): Export => ({ kind: 'here', node });

class Collector {
  readonly #named = new Map<string, Export | null>();
  readonly #all: string[] = [];
  #whole: Export | null = null;
  #isDefault = false;
  #wholes = 0;

  exports(): Exports {
    const named = new Map<string, Export>();
    for (const [name, one] of this.#named) if (one) named.set(name, one);
    return { named, whole: this.#wholes === 1 ? this.#whole : null, isDefault: this.#isDefault, all: this.#all };
  }

  add(statement: TSESTree.ProgramStatement): void {
    switch (statement.type) {
      case 'ExportNamedDeclaration':
        return this.#addNamed(statement);
      case 'ExportAllDeclaration': {
        const specifier = statement.source.value;
        if (!statement.exported) return void this.#all.push(specifier);
        return this.#set(nameOf(statement.exported), { kind: 'there', specifier, name: null });
      }
      case 'ExportDefaultDeclaration': {
        const { declaration } = statement;
        return this.#set('default', here('id' in declaration && declaration.id ? declaration.id : declaration));
      }
      case 'TSExportAssignment':
        return this.#setWhole(here(statement.expression));
      case 'ExpressionStatement':
        return this.#addExpression(unwrap(statement.expression));
      case 'VariableDeclaration':
        // `const app = (module.exports = express())`
        for (const { init } of statement.declarations) if (init) this.#addExpression(unwrap(init));
        return;
      default:
    }
  }

  #addNamed({ declaration, specifiers, source }: TSESTree.ExportNamedDeclaration): void {
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) {
        for (const name of namesIn(id)) this.#set(name.name, here(name));
      }
    } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
      this.#set(declaration.id.name, here(declaration.id));
    }
    for (const { local, exported } of specifiers) {
      const name = nameOf(local);
      this.#set(nameOf(exported), source ? { kind: 'there', specifier: source.value, name } : here(local));
    }
  }

  /** `exports = module.exports = x`, `exports.a = exports.b = x`, `Object.assign(exports, { a })`. */
  #addExpression(expression: TSESTree.Node): void {
    const targets: TSESTree.Node[] = [];
    let value = expression;
    while (value.type === 'AssignmentExpression' && value.operator === '=') {
      targets.push(value.left);
      value = unwrap(value.right);
    }
    // What compilers write first: `exports.a = void 0`.
    if (value.type === 'UnaryExpression' && value.operator === 'void') return;
    if (targets.some(isExports)) this.#setWhole(here(value));
    for (const target of targets) {
      if (target.type === 'MemberExpression' && isExports(target.object)) {
        const name = staticName(target);
        if (name !== undefined) this.#set(name, here(value));
      }
    }
    if (value.type === 'CallExpression') this.#addCall(value);
  }

  #addCall(call: TSESTree.CallExpression): void {
    const [first, second] = call.arguments;
    if (!first || !second) return;
    if (objectMethod(call) === 'assign' && isExports(first) && second.type === 'ObjectExpression') {
      for (const property of second.properties) {
        const name = property.type === 'Property' ? staticName(property) : undefined;
        if (property.type === 'Property' && name !== undefined) this.#set(name, here(property.value));
      }
    }
    // `__exportStar(require('./a'), exports)` is what TypeScript makes of `export *`.
    const isStar = call.callee.type === 'Identifier' && call.callee.name === '__exportStar' && isExports(second);
    const specifier = isStar && first.type === 'CallExpression' ? staticString(first.arguments[0]) : undefined;
    if (specifier !== undefined) this.#all.push(specifier);
  }

  /** A name that is exported twice may be either. */
  #set(name: string, one: Export): void {
    if (name === 'default') {
      this.#isDefault = true;
      return this.#setWhole(one);
    }
    this.#named.set(name, this.#named.has(name) ? null : one);
  }

  #setWhole(one: Export): void {
    this.#whole = one;
    this.#wholes += 1;
  }
}

const nameOf = (node: TSESTree.Identifier | TSESTree.StringLiteral): string =>
  node.type === 'Identifier' ? node.name : node.value;

function isExports(node: TSESTree.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    staticName(node) === 'exports'
  );
}
