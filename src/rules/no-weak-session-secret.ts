import type { TSESLint } from '@typescript-eslint/utils';
import { onFile } from '../model/file/open';
import { forgeryWith } from '../findings/signing/attack-wording';
import type { SecretVerdict } from '../findings/signing/secret-verdict';
import type { UnsignedCookie } from '../findings/signing/signing-secret';
import { signingSecretsIn, unsignedCookiesIn } from '../findings/signing/signing-secret';
import { createRule } from '../create-rule';
import { secretOffers } from '../fix/secret-from-environment';
import { signOffer } from '../fix/sign-cookie';

type Cause = Exclude<SecretVerdict['cause'], 'hardcoded'> | UnsignedCookie['cause'];
type Ids = Cause | 'fromEnvironment' | 'withoutFallback' | 'sign';

const guessed =
  'Whoever guesses it can {{forge}}. Read it from the environment, and make it with `openssl rand -base64 32`.';

export default createRule<[], Ids>({
  name: 'no-weak-session-secret',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow session signing secrets that can be guessed, and sessions that nothing signs',
      recommended: true,
      danger: 1,
      cwe: ['CWE-521', 'CWE-330', 'CWE-1391'],
      inTests: false,
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      known: `This {{secret}}{{fallback}} is a publicly known sample, which guessing tools try first. ${guessed}`,
      words: `This {{secret}}{{fallback}} is made of words that guessing tools combine, however long it is. ${guessed}`,
      short:
        'This {{secret}}{{fallback}} has {{length}}, and it takes {{minimum}} to be safe from guessing offline. ' +
        `${guessed}`,
      pattern: `This {{secret}}{{fallback}} follows a simple pattern, which guessing tools try early. ${guessed}`,
      lowVariety: `This {{secret}}{{fallback}} repeats a few characters, which makes it easy to guess. ${guessed}`,
      uuid: `This {{secret}}{{fallback}} is a UUID, of which at most 122 bits are random: a key needs 128. ${guessed}`,
      published:
        'This {{secret}}{{fallback}} is {{what}}, which is built into the code that browsers load. Whoever looks ' +
        'there can {{forge}}. Use a variable without that prefix, and make a new value with `openssl rand ' +
        '-base64 32`.',
      predictable: `This {{secret}}{{fallback}} is made from {{what}}, which can be worked out from outside. ${guessed}`,
      knowable: `This {{secret}}{{fallback}} is made from {{what}}, which is no secret. ${guessed}`,
      fewBytes: `This {{secret}}{{fallback}} has {{bits}} random bits from {{what}}, and a key needs 128. ${guessed}`,
      hashed:
        'This {{secret}}{{fallback}} is a digest of a text that can be guessed, and is guessed like that text. ' +
        `${guessed}`,
      noSecret:
        'Without `{{option}}`, `{{library}}` signs nothing, and whoever edits the cookie can {{tamper}}. Give it ' +
        'a value from the environment, made with `openssl rand -base64 32`.',
      signedOff:
        '`signed: false` takes the signature away that `{{library}}` would add: whoever edits the cookie can ' +
        '{{tamper}}. Leave it out.',
      noOptions:
        '`{{library}}` signs this cookie only when it is given an options object, whatever keys are set: as it ' +
        'is, anybody can change its value. Pass `{ signed: true }`.',
      fromEnvironment: 'Read it from `{{variable}}`.',
      withoutFallback: 'Remove the fallback.',
      sign: 'Sign it.',
    },
    defaultOptions: [],
  },
  create(context) {
    const { sourceCode, filename } = context;
    return onFile(context, (file) => {
      for (const secret of signingSecretsIn(file)) {
        const { verdict, isFallback } = secret;
        if (verdict.cause === 'hardcoded') continue;
        const { cause, ...details } = {
          ...verdict,
          ...('length' in verdict && { length: inCharacters(verdict.length) }),
        };
        context.report({
          node: secret.node,
          messageId: cause,
          data: {
            ...details,
            ...forgeryWith(secret),
            fallback: isFallback ? ', which an unset variable silently selects,' : '',
          },
          suggest: secretOffers({ ...secret, sourceCode, filename }),
        });
      }
      for (const cookie of unsignedCookiesIn(file)) context.report(unsignedReport(cookie, sourceCode, filename));
    });
  },
});

const inCharacters = (length: number): string => `${length} ${length === 1 ? 'character' : 'characters'}`;

function unsignedReport(
  cookie: UnsignedCookie,
  sourceCode: Readonly<TSESLint.SourceCode>,
  filename: string,
): TSESLint.ReportDescriptor<Ids> {
  const { node, cause, library, option = '' } = cookie;
  return {
    node,
    messageId: cause,
    data: { ...forgeryWith(cookie), library, option },
    suggest: signOffer(cookie, sourceCode, filename),
  };
}
