import type { FileContext } from '../model/file/file-context';
import { onFile } from '../model/file/open';
import { gatheredSecretsIn } from '../model/session/gathered-use';
import type { SecretWrite } from '../model/session/secret-use';
import { secretWritesIn } from '../model/session/secret-use';
import { planOf } from '../findings/vault-move/held-back';
import { moveOf } from '../findings/vault-move/vault-move';
import { exposureOf } from '../findings/stored-data/exposure';
import { vaultOf } from '../model/secret/vault';
import { createRule } from '../create-rule';
import type { Offer, VaultSuggestion } from '../fix/vault-offer';
import { listFix, moveSuggestion } from '../fix/vault-offer';

export default createRule({
  name: 'no-secret-in-session',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow writing secrets to a session',
      recommended: true,
      cwe: ['CWE-312', 'CWE-522', 'CWE-539'],
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      name: '`{{key}}` is the name of a secret, and {{exposure}}. {{cure}}',
      shape: 'This looks like a secret ({{what}}), and {{exposure}}. {{cure}}',
      source: 'This is a secret (from {{what}}), and {{exposure}}. {{cure}}',
      gathered: 'This carries `{{key}}`, which the callback `{{by}}` puts into it, and {{exposure}}. {{cure}}',
      toVault: 'Store the value in the vault and keep only its reference in the session.',
      toVaultAsync:
        'Make this function `async`, store the value in the vault and keep only its reference in the session.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const { use, secret } of secretWritesIn(file)) {
        const { exposure, cure } = exposureOf(use.session, file);
        context.report({
          node: use.node,
          messageId: secret.by,
          data: {
            exposure,
            cure,
            key: secret.by === 'name' ? secret.key.name : '',
            what: secret.by === 'name' ? '' : secret.what,
          },
          ...offerFor({ use, secret }, file),
        });
      }
      for (const { session, node, key, by } of gatheredSecretsIn(file)) {
        const { exposure, cure } = exposureOf(session, file);
        context.report({ node, messageId: 'gathered', data: { exposure, cure, key, by } });
      }
    });
  },
});

/** Moves the value to the vault: at once where the key's name settles it for every file, when asked to elsewhere. */
function offerFor({ use, secret }: SecretWrite, file: FileContext): Offer<VaultSuggestion> {
  const vault = vaultOf(file);
  if (!vault) return {};
  const { moves, moved, carriers } = planOf(file);
  if (moved.has(use)) return carriers.has(use) ? { fix: listFix(file, vault, moves) } : {};
  const index = secret.by === 'name' ? secret.key.index : use.keys.length - 1;
  const move = moveOf(use, index, vault, file);
  return move ? moveSuggestion(file, vault, move.place, move) : {};
}
