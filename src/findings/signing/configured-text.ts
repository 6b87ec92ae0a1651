import type { TSESTree } from '@typescript-eslint/utils';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { splitWords } from '../../secrets/names/names';
import { isWithin } from './secret-setting-name';

/** `'<%= secret %>'`, `'{{secret}}'`, `'${SECRET}'`, `'%SECRET%'`: filled in before the program runs. */
export function isTemplatePlaceholder(text: string): boolean {
  const isPart = brackets.some(([open, close]) => {
    const start = text.indexOf(open);
    return start !== -1 && text.includes(close, start);
  });
  return isPart || /^(?:%[\w.]+%|__[A-Z\d_]+__|@@?\w+@@?)$/.test(text);
}

const brackets = [
  ['<%', '%>'],
  ['{{', '}}'],
  ['${', '}'],
  ['#{', '}'],
] as const;

const among = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

/** Words of somebody who writes a sample, not the name of something. */
const sampleWords = among(
  'your my our change changeme changethis changeit replace replaceme here example sample default placeholder',
  'todo fixme dev development test testing demo local super very top long insecure unsafe keyboard random',
  'foo bar dummy fake',
);

export const hasSampleWord = (text: string): boolean => splitWords(text).some((word) => sampleWords.has(word));

/** What a sentence to a reader has in it. */
const sentences = [
  /\b(?:requires?|required|missing|must|invalid|cannot|can't|unset|should|expected|specif(?:y|ied)|provided?)\b/i,
  /\bnot (?:set|found|defined|configured|provided)\b/i,
  /\b(?:used (?:to|for|by)|signs|signing|sign the)\b/i,
];

/** Stars and dots in place of letters. */
const mask = /^[^\p{L}\p{N}]*$/u;

/** What stands in place of a value that is not shown, and the names of types. */
const standIns = among(
  'redacted hidden masked omitted filtered censored none n/a unset missing empty',
  'string str text varchar char boolean number required optional sensitive',
);

/** `arn:…`, `op://…`, `vault:…`, `ENC[…]`, `@Microsoft.KeyVault(…)`: where the value is, not what it is. */
const reference = /^(?:[a-z][a-z\d+.-]*:(?:\/\/|[a-z])|\/\/|ENC\[|ref\+|@\w+\.|\{?resolve:|projects\/)/i;

/** `./secrets/session.txt`, `/run/secrets/session`, `prod/app/session`; random text with a slash has capitals too. */
const filePath = /^(?:\.{1,2}|~)?\/?[a-z\d._-]+(?:\/[a-z\d._-]+)+$|\.(?:txt|pem|key|json|ya?ml|env)$/;

/** `session.secret`, `app:session:secret`: the key of another configuration. */
const dottedName = /^[A-Za-z][\w-]*(?:[.:][A-Za-z][\w-]*)+$/;

/**
 * Can a text under a telling key be the secret itself? Names of variables, paths, references, messages and labels are
 * not; a placeholder that would work as a secret is.
 */
export function isSecretText(text: string, key: string): boolean {
  const trimmed = text.trim();
  // No label and no path is this long.
  if (trimmed.length > 400) return true;
  if (isTemplatePlaceholder(trimmed) || mask.test(trimmed) || standIns.has(bare(trimmed))) return false;
  if (reference.test(trimmed) || filePath.test(trimmed) || dottedName.test(trimmed)) return false;
  const own = splitWords(key);
  const words = splitWords(trimmed);
  if (words.join(' ') === own.join(' ')) return false;
  const hasBlanks = /\s/.test(trimmed);
  if (hasBlanks && sentences.some((one) => one.test(trimmed))) return false;
  if (hasSampleWord(trimmed)) return true;
  const isVariable = /^[A-Z][A-Z\d_]*$/.test(trimmed) && /^(?:secrets?|keys?|password)$/.test(words.at(-1) ?? '');
  return !isVariable && !(hasBlanks && isLabel(trimmed, words, own));
}

/** `[REDACTED]` as well as `redacted`. */
const bare = (text: string): string => text.toLowerCase().replace(/^[<([]|[>)\]]$/g, '');

/** `Session secret`, `Session secret key:`, `Secret for cookies`. */
const isLabel = (text: string, words: readonly string[], own: readonly string[]): boolean =>
  /^[A-Z]/.test(text) && (isWithin(own, words) || /^(?:the )?(?:secret|session|cookie)s?\b/i.test(text));

/** What surrounds names, labels, messages and descriptions of settings, and what is expected of them in a test. */
const aboutSettings = among(
  'label labels message messages error errors title titles tooltip tooltips hint hints help placeholder placeholders',
  'i18n l10n translation translations locale locales description descriptions desc doc docs comment comments',
  'name names component components definition definitions table tables column columns field fields input inputs',
  'path paths url urls alias aliases arn arns id ids identifier identifiers ref refs reference references mapping',
  'ssm manager parameter parameters expect expected assert',
);

/** Values that a program knows in order to refuse them: `WEAK_DEFAULTS`, `knownInsecureSecrets`. */
const refused = among('weak insecure forbidden refused rejected denied disallowed banned leaked compromised');

/** A schema says what a value looks like, not what it is; the defaults it gives are values all the same. */
const aboutForm = /^(?:schemas?|types?)$/;

const assertion = /^(?:to(?:Be|Equal|Match|Have|Strict|Contain)\w*|(?:not)?(?:deep|strict)?equals?\w*)$/i;

/**
 * Does a value stand among names, labels, types, expectations or what is refused, by what the objects around it are
 * called?
 */
export function isAboutSettings(value: TSESTree.Node, isDefault: boolean): boolean {
  const isSpeaking = (name = ''): boolean => {
    const words = splitWords(name);
    const last = words.at(-1) ?? '';
    if (words.length > 1 && words.some((word) => refused.has(word))) return true;
    return aboutSettings.has(last) || (!isDefault && aboutForm.test(last));
  };
  let node: TSESTree.Node | undefined = value.parent;
  for (let level = 0; node && level < 24; level += 1, node = node.parent) {
    switch (node.type) {
      case 'Property':
        if (isSpeaking(staticName(node))) return true;
        break;
      case 'VariableDeclarator':
        return node.id.type === 'Identifier' && isSpeaking(node.id.name);
      case 'AssignmentExpression':
        return node.left.type === 'MemberExpression' && isSpeaking(staticName(node.left));
      case 'CallExpression': {
        const callee = unwrap(node.callee);
        const method = callee.type === 'MemberExpression' ? staticName(callee) : undefined;
        const name = callee.type === 'Identifier' ? callee.name : method;
        if (assertion.test(name ?? '') || isSpeaking(name)) return true;
        break;
      }
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ReturnStatement':
        break;
      default:
        if (!/^TS/.test(node.type)) return false;
    }
  }
  return false;
}

/** Files that hold what users read, by their path: `locales/de.ts`, `i18n/messages.js`, `en-US.ts`. */
const translationPaths = [
  /(?:^|[\\/._])(?:locales?|i18n|l10n|langs?|languages?|translations?)(?:[\\/._]|$)/,
  /(?:^|[\\/])(?:[a-z]{2}[-_][A-Z]{2}|en|de|fr|es|pt|nl|ru|ja|zh|ko|pl|sv|tr|uk|ar)\.[a-z]+$/,
];

export const isTranslationFile = (filename: string): boolean => translationPaths.some((one) => one.test(filename));
