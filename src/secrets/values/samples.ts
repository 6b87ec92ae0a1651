import { normalForm } from './normal-form';

/** Seen in public lists of leaked or guessed signing secrets, most of them in several. */
// prettier-ignore
const known: readonly string[] = [
  'keyboard cat', 'keyboardcat', 'keyboard_cat', 'secret cat', 'secret', 'mysecret', 'my secret', 'my-secret',
  'my_secret', 'my secret key', 'mysecretkey', 'my-secret-key', 'my_secret_key', 'my super secret',
  'my-super-secret', 'my-super-secret-key', 'mysupersecret', 'mysupersecretkey', 'my secret string', 'supersecret',
  'super secret', 'super-secret', 'super_secret', 'supersecretkey', 'super-secret-key', 'super_secret_key',
  'super secret key', 'supersecretpassword', 'topsecret', 'top secret', 'top-secret', 'verysecret', 'very secret',
  'very-secret', 'verysecretkey', 'very secret secret', 'verysecretstring', 'a-very-secret-key', 'averysecretkey',
  'secretkey', 'secret key', 'secret-key', 'secret_key', 'secretsecret', 'secret string', 'secret-string',
  'secret123', 'secret1', 's3cr3t', 'sessionsecret', 'session secret', 'session-secret', 'session_secret',
  'thesecret', 'the secret', 'a secret', 'asecret', 'some secret', 'some-secret', 'some_secret', 'somesecret',
  'some secret key', 'somesecretkey', 'something', 'somethingsecret', 'somerandomstring', 'randomstring',
  'random string', 'random', 'anything', 'any string', 'anystring', 'whatever', 'thisisasecret',
  'this is a secret', 'this-is-a-secret', 'this_is_a_secret', 'thisismysecret', 'this is my secret',
  'thisissecret', 'thisisasecretkey', 'thisismysecretkey', 'not so secret', 'not-so-secret', 'notsosecret',
  'no-secret', 'notasecret', 'not a secret', 'mylittlesecret', 'Shh, its a secret!', 'shh', 'shhh', 'shhhh',
  'ssshhhhh', 'shhhhhhh', 'sssshhhh', 'shhhhhhared-secret', 'quiet', 'dont tell', 'its a secret', "it's a secret",
  'I am a secret', 'keep it secret, keep it safe', 'changeme', 'change me', 'change-me', 'change_me', 'changeit',
  'changethis', 'change this', 'change this secret', 'replaceme', 'replace-me', 'replacethis', 'your secret',
  'your-secret', 'your_secret', 'yoursecret', 'your secret here', 'your-secret-here', 'your secret key',
  'your-secret-key', 'your_secret_key', 'yoursecretkey', 'your-session-secret-key', 'your-256-bit-secret',
  'your-jwt-secret', 'secret here', 'test', 'test123', 'testing', 'testsecret', 'test-secret', 'dev', 'devsecret',
  'dev-secret', 'dev_secret', 'development', 'development-secret', 'development secret', 'localsecret', 'demo',
  'demo-secret', 'example', 'example secret', 'default', 'default-secret', 'placeholder', 'dummy', 'dummysecret',
  'todo', 'fixme', 'xxx', 'xxxx', 'xxxxxxxx', 'undefined', 'null', 'none', 'foo', 'bar', 'foobar', 'foobarbaz',
  'hoge', 'hello', 'hello world', 'helloworld', 'blah', 'blahblahblah', 'lalalala', 'abc', 'abcd', 'abc123',
  'abcd1234', 'abcdefghijklmnopqrstuvwxyz', '123', '1234', '12345', '123456', '12345678', '123456789',
  '1234567890', '0123456789', '11235813', 'qwerty', 'qwertyuiop', 'asdf', 'asdfasdf', 'password', 'password123',
  'passw0rd', 'pass', 'admin', 'root', 'user', 'guest', 'letmein', 'iloveyou', 'monkey', 'banana', 'squirrel',
  'cat', 'cats', 'kitty', 'abracadabra', 'opensesame', 'node', 'node.js', 'express', 'app', 'myapp', 'appsecret',
  'app-secret', 'blog', 'login', 'auth', 'session', 'sessionkey', 'cookie', 'cookies', 'cookie_secret',
  'cookiemonster', 'key', 'key1', 'key2', 'my key', 'token', 'jwt', 'jwtsecret', 'jwt-secret', 'jwt_secret',
  'passport', 'client_secret', 'privatekey', 'projectsecret', 'uwotm8', '42noissesterces',
  'ilovescotchscotchyscotchscotch', 'learn node', 'my_precious', 'tobemodified', 'session_cookie_secret',
];

/** Printed in library READMEs, documentation and course code, where readers copy them from. */
const tutorial: readonly string[] = [
  'thisshouldbeabettersecret!',
  'notagoodsecret',
  'Our little secret.',
  'TOPSECRETWORD',
  'r3m1xr0ck5',
  'some secret hurr',
  'a secret with minimum length of 32 characters',
  'averylogphrasebiggerthanthirtytwochars',
  'complex_password_at_least_32_characters_long',
  'better-auth-secret-12345678901234567890',
  'LONG_RANDOM_VALUE',
  'change-this-in-production',
  'dev-secret-key',
  'dev-secret-change-in-production',
  'dev-session-secret-change-in-production',
  'dev_session_secret_change_me',
  'dev-only-insecure-secret-change-me',
  'dev-secret-at-least-32-chars-long!!',
  'a-string-secret-at-least-256-bits-long',
];

/** Defaults and samples of the libraries themselves. */
const documented: readonly string[] = [
  'keyboard cat',
  'extremely-secure-keyboard-cat',
  'better-auth-secret-12345678901234567890',
  'my-secret',
  'first secret',
  'a secret with minimum length of 32 characters',
  'averylogphrasebiggerthanthirtytwochars',
  'blargadeeblargblarg',
  'LONG_RANDOM_STRING',
  'password_at_least_32_characters_long',
  's3cret1',
  'complex_password_at_least_32_characters_long',
  'the-password-must-be-at-least-32-characters-long',
];

/** All of them as they were found. */
export const samples = { known, tutorial, documented } as const;

/** No sample is longer, and what is longer is not worth normalising. */
const longestSample = 200;

const normalForms: ReadonlySet<string> = new Set([...known, ...tutorial, ...documented].map(normalForm));

/**
 * Is this one of the signing secrets everybody knows (`keyboard cat`)? Compared in normal form.
 * Source: short common strings that occur in public secret lists, READMEs and courses.
 */
export function isKnownSample(text: string): boolean {
  const form = text.length <= longestSample ? normalForm(text) : '';
  // A sample among as many symbols again is no longer that sample.
  return form.length * 2 >= text.length && normalForms.has(form);
}
