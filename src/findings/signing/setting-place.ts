import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';

/** Names a configuration goes by; what has a `session` of another kind is a request or a client. */
const configuration =
  /^(?:config(?:uration)?|conf|cfg|settings?|opts|options|env|environment|exports|defaults?|secrets|keys)$/i;

export function isConfiguration(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const name = node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? staticName(node) : undefined;
  return configuration.test(name ?? '');
}

export function isExported(id: TSESTree.Identifier, file: FileContext): boolean {
  if (id.parent.parent?.parent?.type === 'ExportNamedDeclaration') return true;
  const references = variableOf(id, file.sourceCode)?.references ?? [];
  return references.some(({ identifier }) => (identifier as TSESTree.Node).parent?.type === 'ExportSpecifier');
}
