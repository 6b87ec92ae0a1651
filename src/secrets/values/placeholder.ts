import { normalForm } from './normal-form';
import { wordCoverage } from './word-coverage';

/** What documentation and templates put where the value goes. Long enough not to turn up in random text. */
const marks = [
  'xxxxx',
  '_xxxx',
  '-xxxx',
  '****',
  '...',
  '…',
  '<',
  '${',
  '{{',
  'example',
  'placeholder',
  'changeme',
  'change_me',
  'change-me',
  'your_',
  'your-',
  'yourkey',
  'yourtoken',
  'yoursecret',
  'yourapi',
  'redacted',
  'replace_',
  'replace-',
  'replaceme',
  'insert_',
  'insert-',
];

/** Only the head of a value is searched: random text of many thousand characters would meet a mark by chance. */
const examinedLength = 300;

/** Is this value a template or a note to the reader, not a key: `your_api_key_here`, `sk_live_xxxx`, `<token>`? */
export function isPlaceholder(value: string): boolean {
  const head = value.slice(0, examinedLength).toLowerCase();
  return marks.some((mark) => head.includes(mark));
}

/** Sample and default passwords, in normal form, beside those made of words of the placeholder list. */
const samplePasswords: ReadonlySet<string> = new Set([
  'passwort',
  'clave',
  'username',
  'db',
  'database',
  'postgres',
  'postgresql',
  'mysql',
  'mariadb',
  'mongo',
  'mongodb',
  'redis',
  'rabbitmq',
  'guest',
  'minio',
  'minioadmin',
  'sa',
  'xoauthbasic',
  'xaccesstoken',
  'credentials',
  'apikey',
  'apitoken',
  'accesstoken',
  'pw',
  'passw0rd',
  'p455w0rd',
  'hunter2',
  'letmein',
  'alice',
  'bob',
  'john',
  'jane',
]);

/** Real passwords are longer; `abc:xyz@` is documentation. */
const shortestPassword = 4;

/** How variables and fields of a template begin: `$PASSWORD`, `%PASSWORD%`, `{password}`, `[password]`, `:password`. */
const templateStarts: ReadonlySet<string> = new Set(['$', '%', '{', '[', '(', ':']);

/**
 * Is the password of `user:password@host` a sample (`user:pass@`), a default (`postgres:postgres@`) or a template
 * (`$USER:${PASSWORD}@`)? Such a URL shows a form; it gives nothing away.
 */
export function isPlaceholderPassword(password: string, user = ''): boolean {
  const form = normalForm(password);
  return (
    templateStarts.has(password.charAt(0)) ||
    isPlaceholder(password) ||
    password.length < shortestPassword ||
    new Set(password).size < 3 ||
    form === normalForm(user) ||
    samplePasswords.has(form) ||
    wordCoverage(password) === 1
  );
}

const bullets = '*\u2022\u25cf\u25cb\u00b7\u2026.xX#_-';

const maskWords: ReadonlySet<string> = new Set([
  'redacted',
  'masked',
  'hidden',
  'filtered',
  'removed',
  'omitted',
  'sanitized',
  'obfuscated',
  'protected',
  'censored',
]);

/** Is a text what stands in place of a secret: `********`, `xxxxx`, `[REDACTED]`, `<hidden>`, `***FILTERED***`? */
export function isMask(value: string): boolean {
  const text = value.trim();
  if (text.length < 3 || text.length > 64) return false;
  if ([...text].every((character) => bullets.includes(character))) return true;
  let [start, end] = [0, text.length];
  while (start < end && '[<({*_'.includes(text.charAt(start))) start += 1;
  while (end > start && ']>)}*_'.includes(text.charAt(end - 1))) end -= 1;
  return start > 0 && end < text.length && maskWords.has(text.slice(start, end).trim().toLowerCase());
}
