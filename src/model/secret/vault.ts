import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { findVariable } from '@typescript-eslint/utils/ast-utils';
import { dirname, resolve } from 'node:path';
import { calledName } from '../../ast/called-name';
import { definitionOf, isDeclared } from '../../ast/definition';
import { scriptBody } from '../../ast/script-body';
import { staticString } from '../../ast/static-name';
import { resolveVault } from '../../settings/settings';
import type { FileContext } from '../file/file-context';
import { oncePerFile, oncePerText } from '../file/file-context';
import { originOf } from '../file/origin';
import { nearestPackageJson } from '../file/package-json';

/** The module that keeps secrets for this file, and how to call it here. */
export interface Vault {
  /** False when nothing says that the module exists: what we offer then is only a suggestion. */
  isKnown: boolean;
  module: string;
  export: string;
  store: string;
  read: string;
  rotate: string;
  revoke: string;
  suffix: string;
  /**
   * The expression that holds the vault in this file (`vault`, `keeper.vault`); undefined where it is yet to be
   * imported.
   */
  binding: string | undefined;
  /** What to call it when it is imported: a name nothing in the file has yet. */
  freeName: string;
  /** An import or a `require` of the same module that asks it for other names. */
  neighbour: Neighbour | undefined;
}

type Neighbour = TSESTree.ImportDeclaration | TSESTree.ObjectPattern;

const conventional = '#session-vault';

/** How a vault is called where the settings say nothing. */
const usual = resolveVault({ module: conventional });

/** The vault of a file; null when the settings say that there is none. */
export const vaultOf = oncePerFile((file: FileContext): Vault | null => {
  const { vault } = file.settings;
  if (vault === false) return null;
  const names = vault ?? usual;
  const binding = bindingOf(names.module, names.export, file);
  const hasEntry = !vault && !binding && nearestPackageJson(file)?.imports?.[conventional] !== undefined;
  const isKnown = vault !== undefined || hasEntry || binding !== undefined;
  const neighbour = binding === undefined ? neighbourOf(names.module, file) : undefined;
  return { ...names, isKnown, binding, freeName: binding ?? freeName(names.export, file), neighbour };
});

/**
 * `import { request } from '#session-vault'`, `const { request } = require('#session-vault')`: room for one more name.
 */
function neighbourOf(module: string, file: FileContext): Neighbour | undefined {
  for (const node of scriptBody(file.sourceCode)) {
    if (node.type === 'ImportDeclaration') {
      const isNamed = node.specifiers.at(-1)?.type === 'ImportSpecifier' && node.importKind !== 'type';
      if (isNamed && isModule(node.source.value, module, file)) return node;
    } else if (node.type === 'VariableDeclaration') {
      for (const { id, init } of node.declarations) {
        const isNamed = id.type === 'ObjectPattern' && id.properties.at(-1)?.type === 'Property';
        if (isNamed && init?.type === 'CallExpression' && isRequireOf(init, module, file)) return id;
      }
    }
  }
  return undefined;
}

function isRequireOf(
  { callee, arguments: [first] }: TSESTree.CallExpression,
  module: string,
  file: FileContext,
): boolean {
  const specifier = callee.type === 'Identifier' && callee.name === 'require' ? staticString(first) : undefined;
  return specifier !== undefined && isModule(specifier, module, file);
}

/** The name under which a file has the vault already, whichever way it is imported. */
function bindingOf(module: string, name: string, file: FileContext): string | undefined {
  for (const variable of topLevelVariables(file)) {
    if (!mayBeModule(variable)) continue;
    const definition = definitionOf(variable);
    if (definition?.type !== 'import' && definition?.type !== 'value') continue;
    const identifier = variable.identifiers[0] as TSESTree.Node | undefined;
    if (identifier?.type !== 'Identifier' || isTypeOnly(identifier)) continue;
    const origin =
      definition.type === 'import' ? definition : definition.isRest ? null : originOf(identifier, file.sourceCode);
    if (!origin || !isModule(origin.module, module, file)) continue;
    if (origin.path.length === 0) return `${variable.name}.${name}`;
    if (origin.path.length === 1 && origin.path[0] === name) return variable.name;
  }
  return undefined;
}

/** Variables that the file declares for all of its functions to see: those of the module, or of the script. */
const topLevelVariables = oncePerText(({ sourceCode }: FileContext): readonly TSESLint.Scope.Variable[] => {
  const [global] = sourceCode.scopeManager?.scopes ?? [];
  const inner = global?.childScopes.filter(({ block }) => block.type === ('Program' as never)) ?? [];
  const variables = [global, ...inner].flatMap((scope) => scope?.variables ?? []);
  return variables.filter(({ defs }) => defs.length > 0);
});

/** An import, or a constant that a call, a member or another name gives its value. */
function mayBeModule({ defs: [def] }: TSESLint.Scope.Variable): boolean {
  if (def?.type !== ('Variable' as never)) return def?.type === ('ImportBinding' as never);
  const init = (def?.node as TSESTree.VariableDeclarator).init?.type;
  return (
    init === 'CallExpression' || init === 'MemberExpression' || init === 'AwaitExpression' || init === 'Identifier'
  );
}

/** `import type { Vault }`: nothing that could be called. */
function isTypeOnly(identifier: TSESTree.Identifier): boolean {
  const specifier = identifier.parent as TSESTree.Node;
  if (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type') return true;
  return specifier.parent?.type === 'ImportDeclaration' && specifier.parent.importKind === 'type';
}

/** The same module by its name, or by a file that the name stands for in package.json. */
function isModule(specifier: string, module: string, file: FileContext): boolean {
  if (specifier === module) return true;
  if (!specifier.startsWith('.')) return false;
  const packageJson = nearestPackageJson(file);
  const targets = targetsOf(packageJson?.imports?.[module]);
  // Where no package.json says which file that is, the name of the one that `init` writes does.
  if (targets.length === 0) return module === conventional && /\/session-vault(?:\.[cm]?[jt]s)?$/.test(specifier);
  const from = withoutExtension(resolve(dirname(resolve(file.cwd, file.filename)), specifier));
  return targets.some((target) => withoutExtension(resolve(packageJson?.folder ?? '', target)) === from);
}

/** `'./vault.js'`, or one for each condition: `{ types: './src/vault.ts', default: './dist/vault.js' }`. */
function targetsOf(entry: unknown): string[] {
  if (typeof entry === 'string') return [entry];
  return typeof entry === 'object' && entry !== null ? Object.values(entry).flatMap(targetsOf) : [];
}

/** Sources and what they are compiled to differ in nothing but the extension. */
const withoutExtension = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, '');

/** A value that a file gives to the vault, and the call that takes it. */
interface StoredValue {
  call: TSESTree.CallExpression;
  value: TSESTree.Node;
}

/** Every value that a file gives to the vault's `store` or `rotate`. */
export const storedValuesIn = oncePerFile((file: FileContext): readonly StoredValue[] => {
  const vault = mayCallVault(['store', 'rotate'], file) ? vaultOf(file) : null;
  if (!vault?.isKnown) return [];
  const valuesAt = (index: number, name: string): StoredValue[] =>
    callsOf([name], vault, file).flatMap((call) =>
      call.arguments[index] ? [{ call, value: call.arguments[index] }] : [],
    );
  return [...valuesAt(0, vault.store), ...valuesAt(1, vault.rotate)];
});

/** Does a file speak of the vault at all? It does so by the name of its export, and be it to give it another one. */
const namesVault = oncePerText(({ settings: { vault }, sourceCode }: FileContext): boolean => {
  if (vault === false) return false;
  const { export: name } = vault ?? usual;
  return name === 'default' || sourceCode.text.includes(name);
});

/**
 * Asked before `vaultOf`, which costs a look at package.json: does a file call anything by the names of these
 * functions?
 */
export function mayCallVault(functions: readonly VaultFunction[], file: FileContext): boolean {
  const { settings, sourceCode } = file;
  return namesVault(file) && functions.some((one) => sourceCode.text.includes(`.${(settings.vault || usual)[one]}(`));
}

/**
 * The calls of some of the vault's functions in a file.
 * @param names as they are called there: `read`
 */
export function callsOf(names: readonly string[], vault: Vault, file: FileContext): readonly TSESTree.CallExpression[] {
  if (vault.binding === undefined) return [];
  const [root, ...steps] = vault.binding.split('.');
  const variable = topLevelVariables(file).find(({ name }) => name === root);
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    let node = identifier as TSESTree.Node;
    for (const step of [...steps.map((one) => [one]), names]) {
      const { parent } = node;
      if (parent?.type !== 'MemberExpression' || parent.object !== node) return [];
      if (parent.property.type !== 'Identifier' || parent.computed || !step.includes(parent.property.name)) return [];
      node = parent;
    }
    return node.parent?.type === 'CallExpression' && node.parent.callee === node ? [node.parent] : [];
  });
}

/** The functions of a vault, by the names that the settings have for them. */
type VaultFunction = 'store' | 'read' | 'rotate' | 'revoke';

/** Is this a call of one of these functions of the file's vault? */
export function isVaultCall(
  call: TSESTree.CallExpression,
  functions: readonly VaultFunction[],
  file: FileContext,
): boolean {
  const { vault: named } = file.settings;
  if (named === false) return false;
  // The name costs nothing; to know the vault costs a look at package.json.
  const names = named ?? usual;
  if (!functions.some((one) => names[one] === calledName(call))) return false;
  const vault = vaultOf(file);
  return (
    vault !== null &&
    callsOf(
      functions.map((one) => vault[one]),
      vault,
      file,
    ).includes(call)
  );
}

/** Words that no import may be called. */
const unbindable =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

function freeName(wanted: string, { sourceCode }: FileContext): string {
  // What nobody declares is passed up to the global scope.
  const foreign = sourceCode.scopeManager?.scopes[0]?.through.map(
    ({ identifier }) => (identifier as TSESTree.Identifier).name,
  );
  const isFree = (name: string): boolean =>
    !unbindable.test(name) && !isDeclared(name, sourceCode) && !foreign?.includes(name);
  const names = [wanted, 'sessionVault', 'secretVault'];
  for (let number = 2; ; number += 1) {
    const free = names.find(isFree);
    if (free) return free;
    names.push(`sessionVault${number}`);
  }
}

/** Does the vault's name mean something else at this place, a parameter or a local of the same name? */
export function isVaultHidden(binding: string, node: TSESTree.Node, file: FileContext): boolean {
  const variable = findVariable(file.sourceCode.getScope(node) as never, binding.split('.')[0] as string);
  return variable !== null && variable.defs.length > 0 && !topLevelVariables(file).includes(variable as never);
}
