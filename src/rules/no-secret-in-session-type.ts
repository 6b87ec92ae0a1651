import { onFile } from '../model/file/open';
import { isHeldBack, isInRecord } from '../findings/vault-move/held-back';
import { secretMembersIn } from '../findings/stored-data/session-type';
import { vaultOf } from '../model/secret/vault';
import { referenceKey } from '../ast/reference-key';
import { createRule } from '../create-rule';
import { referenceMember, removeMember } from '../fix/reference-member';

export default createRule({
  name: 'no-secret-in-session-type',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow secrets in the type of session data',
      recommended: true,
      cwe: ['CWE-312', 'CWE-522'],
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      secret:
        '`{{key}}` is the name of a secret: once it is in the vault, the session holds only its reference. ' +
        'Declare `{{reference}}`.',
      both:
        '`{{key}}` is the name of a secret and its reference `{{reference}}` is declared as well: the session ' +
        'never has it any more.',
      browser:
        '`{{key}}` is the name of a secret, and this session is handed to scripts in the browser. Read it on the ' +
        'server where it is needed.',
      toReference: 'Declare `{{reference}}` instead.',
      remove: 'Remove `{{key}}`.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      const members = secretMembersIn(file);
      const vault = members.length > 0 ? vaultOf(file) : null;
      if (!vault?.isKnown) return;
      for (const member of members) {
        const { node, key, keys } = member;
        const data = { key: key.name, reference: referenceKey(key.name, vault.suffix) };
        if (member.isHandedOver) {
          context.report({ node: node.key, messageId: 'browser', data });
          continue;
        }
        const hasBoth = member.siblings.has(data.reference);
        const edit = hasBoth
          ? removeMember(node, context.sourceCode)
          : referenceMember(node, vault.suffix, context.sourceCode);
        const isSafe = !hasBoth && !member.isShared && !isHeldBack(keys.join('.'), file) && !isInRecord(keys, key);
        context.report({
          node: node.key,
          messageId: hasBoth ? 'both' : 'secret',
          data,
          ...(edit && isSafe ? { fix: edit } : {}),
          ...(edit && !isSafe ? { suggest: [{ messageId: hasBoth ? 'remove' : 'toReference', data, fix: edit }] } : {}),
        });
      }
    });
  },
});
