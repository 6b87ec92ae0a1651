import type { TSESLint } from '@typescript-eslint/utils';
import { onFile } from '../model/file/open';
import type { UntrustedProxy } from '../findings/application/trust-proxy';
import { untrustedProxiesIn } from '../findings/application/trust-proxy';
import { createRule } from '../create-rule';
import { addStatement } from '../fix/add-statement';

const behind = 'Behind a proxy that ends TLS this application takes every connection for plain HTTP';

export default createRule({
  name: 'require-trust-proxy',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require applications with secure session cookies to say whether they stand behind a proxy',
      recommended: false,
      danger: 3,
      cwe: ['CWE-614'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      withheld:
        `${behind}, and \`{{library}}\` then never sends this secure cookie: nobody stays logged in. Tell it ` +
        'about the proxy with `{{words}}`.',
      unprotected:
        `${behind}, and \`{{library}}\` then sends this cookie without \`Secure\`. Tell it about the proxy with ` +
        '`{{words}}`.',
      trust: 'Add `{{statement}}`, for one proxy in front of this application.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const untrusted of untrustedProxiesIn(file)) {
        const { node, cause, application } = untrusted;
        context.report({
          node,
          messageId: cause,
          data: { library: application.setup.module, words: application.fact.proxy?.words ?? '' },
          suggest: offerFor(untrusted, context.sourceCode),
        });
      }
    });
  },
});

function offerFor(
  { application: { name, made, fact } }: UntrustedProxy,
  sourceCode: Readonly<TSESLint.SourceCode>,
): TSESLint.ReportSuggestionArray<'trust'> {
  const statement = fact.proxy?.statement?.replace(/^app\b/, name);
  const declaration = made.parent;
  if (!statement || made.type !== 'VariableDeclarator' || !made.init || declaration?.type !== 'VariableDeclaration')
    return [];
  const fix = addStatement(declaration, statement, sourceCode);
  return fix ? [{ messageId: 'trust', data: { statement }, fix }] : [];
}
