import { onFile } from '../model/file/open';
import { misnamedWritesIn, secretUsesIn } from '../model/session/secret-use';
import { planOf } from '../findings/vault-move/held-back';
import { moveOf } from '../findings/vault-move/vault-move';
import { vaultOf } from '../model/secret/vault';
import { referenceKey } from '../ast/reference-key';
import { createRule } from '../create-rule';
import { listFix, moveSuggestion } from '../fix/vault-offer';

export default createRule({
  name: 'prefer-vault-read',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Prefer reading secrets from the vault to reading them from a session',
      recommended: true,
      cwe: ['CWE-312', 'CWE-522'],
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      read:
        'Once `{{key}}` is in the vault, the session holds only `{{reference}}`: get the value with `await ' +
        '{{vault}}.{{read}}(…)`.',
      test: 'Once `{{key}}` is in the vault, the session holds only `{{reference}}`: ask whether that is there.',
      other:
        'What is written to `{{key}}` here is no secret, while every other file goes by the name and reads it ' +
        'from the vault. Give it another name, or list it in the setting `secretNames.allow`.',
      clear:
        'Clearing `{{key}}` would leave the secret in the vault: revoke `{{reference}}` with ' +
        '`{{vault}}.{{revoke}}(…)`, then clear it.',
      toVault: 'Use the reference and the vault instead.',
      toVaultAsync: 'Make this function `async`, and use the reference and the vault instead.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      // Whether a vault is known costs a look at package.json: asked only where there is something to move.
      const uses = secretUsesIn(file).filter(({ use }) => use.kind !== 'write');
      const misnamed = misnamedWritesIn(file);
      const vault = uses.length + misnamed.length > 0 ? vaultOf(file) : null;
      if (!vault?.isKnown) return;
      for (const { use, key } of misnamed)
        context.report({ node: use.node, messageId: 'other', data: { key: key.name } });
      const { moves, moved, carriers } = planOf(file);
      for (const { use, key } of uses) {
        const move = moved.has(use) ? null : moveOf(use, key.index, vault, file);
        context.report({
          node: use.node,
          // A part of a secret that is tested or cleared is a read of the whole.
          messageId: use.kind === 'write' || key.index < use.keys.length - 1 ? 'read' : use.kind,
          data: {
            key: key.name,
            reference: referenceKey(key.name, vault.suffix),
            vault: vault.binding ?? vault.freeName,
            read: vault.read,
            revoke: vault.revoke,
          },
          ...(carriers.has(use) ? { fix: listFix(file, vault, moves) } : {}),
          ...(move ? moveSuggestion(file, vault, move.place, move) : {}),
        });
      }
    });
  },
});
