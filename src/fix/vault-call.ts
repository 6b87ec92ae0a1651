import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { indentationOf, lineBreakOf } from '../ast/line-style';
import { renameKey } from './rename-key';
import { splitEdits } from './split-pattern';
import { reliesOnLineBreak } from './statement-end';
import type { Edit, VaultFix } from './vault-edit';

/** Where a session holds a reference: a member, or the call of a method, with the method that would read the same. */
interface Holder {
  node: TSESTree.MemberExpression | TSESTree.CallExpression;
  getter?: string | undefined;
}

type Fixes = VaultFix[] | null;

const closing = (fix: TSESLint.RuleFix): VaultFix => ({ ...fix, closes: true });

/** What is to be edited, by what becomes of it. */
export type Moved =
  | { kind: 'store'; key: TSESTree.Node; value: TSESTree.Node; former?: Holder | undefined }
  | { kind: 'read'; key: TSESTree.Node; expression: TSESTree.Node }
  | { kind: 'rename'; key: TSESTree.Node }
  | { kind: 'revoke'; key: TSESTree.Node; holder: Holder; statement: TSESTree.ExpressionStatement }
  | { kind: 'split'; properties: readonly TSESTree.Property[]; declaration: TSESTree.VariableDeclaration };

/** The edits that move one use of a session key to the vault; null where its name cannot be changed. */
export function vaultEdits(edit: Edit, moved: Moved): Fixes {
  switch (moved.kind) {
    case 'store':
      return storeEdits(edit, moved.key, moved.value, moved.former);
    case 'read':
      return readEdits(edit, moved.key, moved.expression);
    case 'revoke':
      return revokeEdits(edit, moved.key, moved.holder, moved.statement);
    case 'split':
      return splitEdits(edit, moved.properties, moved.declaration);
    case 'rename': {
      const renamed = renameKey(edit.fixer, moved.key, edit.vault.suffix, edit.sourceCode);
      return renamed && [renamed];
    }
  }
}

/**
 * `key = value` → `keyRef = await vault.store(value)`; also in a literal and as arguments of a setter.
 * @param former where the reference is, when the value goes behind one that may be there:
 *   `keyRef = await vault.rotate(keyRef, value)`
 */
function storeEdits(
  { fixer, sourceCode, vault }: Edit,
  key: TSESTree.Node,
  value: TSESTree.Node,
  former?: Holder,
): Fixes {
  const renamed = renameKey(fixer, key, vault.suffix, sourceCode);
  if (!renamed) return null;
  const call = former
    ? `await ${vault.binding}.${vault.rotate}(${referenceText(former, renamed, sourceCode)}, `
    : `await ${vault.binding}.${vault.store}(`;
  const property = key.parent;
  if (property?.type === 'Property' && property.shorthand) {
    return [{ ...renamed, text: `${renamed.text}: ${call}${sourceCode.getText(key)})` }];
  }
  const [open, close] = value.type === 'SequenceExpression' ? ['(', '))'] : ['', ')'];
  return [renamed, fixer.insertTextBefore(value, call + open), closing(fixer.insertTextAfter(value, close))];
}

/** The expression that reads the reference, as it will be called: `session.keyRef`, `session.get('keyRef')`. */
function referenceText({ node, getter }: Holder, renamed: TSESLint.RuleFix, { text }: TSESLint.SourceCode): string {
  if (node.type === 'CallExpression') {
    const { object, optional } = node.callee as TSESTree.MemberExpression;
    return `${text.slice(object.range[0], object.range[1])}${optional ? '?.' : '.'}${getter}(${renamed.text})`;
  }
  const [from, to] = node.range;
  return text.slice(from, renamed.range[0]) + renamed.text + text.slice(renamed.range[1], to);
}

/** `session.key` → `await vault.read(session.keyRef)`, in parentheses where the place asks for them. */
function readEdits({ fixer, sourceCode, vault }: Edit, key: TSESTree.Node, expression: TSESTree.Node): Fixes {
  const renamed = renameKey(fixer, key, vault.suffix, sourceCode);
  const isTight = bindsTighterThanAwait(expression);
  const open = isTight ? (beginsLine(expression, sourceCode) ? ';(' : '(') : '';
  return (
    renamed && [
      fixer.insertTextBefore(expression, `${open}await ${vault.binding}.${vault.read}(`),
      renamed,
      closing(fixer.insertTextAfter(expression, isTight ? '))' : ')')),
    ]
  );
}

/** Does an expression begin a statement that only the line break before it tells from the one above? */
function beginsLine(expression: TSESTree.Node, sourceCode: TSESLint.SourceCode): boolean {
  let node = expression;
  while (node.parent?.range[0] === node.range[0] && node.parent.type !== 'ExpressionStatement') node = node.parent;
  const statement = node.parent;
  return (
    statement?.type === 'ExpressionStatement' &&
    statement.range[0] === node.range[0] &&
    reliesOnLineBreak(statement, sourceCode)
  );
}

function bindsTighterThanAwait(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'TaggedTemplateExpression':
      return parent.tag === node;
    case 'BinaryExpression':
      return parent.operator === '**' && parent.left === node;
    case 'TSNonNullExpression':
      return true;
    default:
      return false;
  }
}

/**
 * `session.key = null` → `await vault.revoke(session.keyRef); session.keyRef = null`. The reference is given back
 * before it is forgotten.
 * @param statement the statement that clears it, alone
 */
function revokeEdits(
  { fixer, sourceCode, vault }: Edit,
  key: TSESTree.Node,
  holder: Holder,
  statement: TSESTree.ExpressionStatement,
): Fixes {
  const renamed = renameKey(fixer, key, vault.suffix, sourceCode);
  if (!renamed) return null;
  const reference = referenceText(holder, renamed, sourceCode);
  // Without a semicolon, a line that begins with a bracket would go on where this one ends.
  const isOpen = /^[([`/+-]$/.test(sourceCode.getFirstToken(statement)?.value[0] ?? '');
  const semicolon = isOpen || sourceCode.getLastToken(statement)?.value === ';' ? ';' : '';
  const revoke = `await ${vault.binding}.${vault.revoke}(${reference})${semicolon}`;
  const { type } = statement.parent;
  if (type === 'BlockStatement' || type === 'Program' || type === 'SwitchCase' || type === 'StaticBlock') {
    const indent = indentationOf(statement, sourceCode);
    // On a line of its own only where the statement begins one: `case 1: delete …` goes on in its line.
    const gap = indent === undefined ? (semicolon ? ' ' : '; ') : lineBreakOf(sourceCode) + indent;
    return [fixer.insertTextBefore(statement, revoke + gap), renamed];
  }
  return [
    fixer.insertTextBefore(statement, `{ ${revoke}${semicolon ? ' ' : '; '}`),
    renamed,
    closing(fixer.insertTextAfter(statement, ' }')),
  ];
}
