import { onFile } from '../model/file/open';
import { forgeryWith } from '../findings/signing/attack-wording';
import { signingSecretsIn } from '../findings/signing/signing-secret';
import { createRule } from '../create-rule';
import { secretOffers } from '../fix/secret-from-environment';

export default createRule({
  name: 'no-hardcoded-session-secret',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow session signing secrets that are written in the source code',
      recommended: true,
      danger: 1,
      cwe: ['CWE-798', 'CWE-321'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      hardcoded:
        'This {{secret}} is written in the source code: wherever it is in use, everyone who has seen the code or ' +
        'its history can {{forge}}. Read it from the environment, and put a new one there: `openssl rand -base64 ' +
        '32`.',
      fallback:
        'An unset variable silently selects this {{secret}}, which is written in the source code: everyone who ' +
        'has seen the code or its history can then {{forge}}. Leave the fallback out, so that a missing variable ' +
        'is noticed.',
      fromEnvironment: 'Read it from `{{variable}}`.',
      withoutFallback: 'Remove the fallback.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const secret of signingSecretsIn(file)) {
        if (secret.verdict.cause !== 'hardcoded') continue;
        context.report({
          node: secret.node,
          messageId: secret.isFallback ? 'fallback' : 'hardcoded',
          data: { ...forgeryWith(secret) },
          suggest: secretOffers({ ...secret, sourceCode: context.sourceCode, filename: context.filename }),
        });
      }
    });
  },
});
