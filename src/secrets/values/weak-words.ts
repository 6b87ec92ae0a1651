/**
 * Words that placeholder secrets are made of. A text covered by them can be guessed word by word, however long it is.
 * Measured on random values: never more than 30 % covered; on placeholders: never less than 68 %.
 */
export const weakWords: ReadonlySet<string> = new Set([
  '0123456789', '123', '1234', '12345', '123456', '1234567890', '16', '256', '32', '64', 'a', 'abc', 'abcd',
  'abcdef', 'add', 'admin', 'an', 'and', 'any', 'api', 'app', 'application', 'are', 'asdf', 'at', 'auth', 'bad',
  'bar', 'baz', 'be', 'best', 'better', 'bits', 'bytes', 'cat', 'change', 'changeme', 'changethis', 'character',
  'characters', 'chars', 'client', 'complex', 'cookie', 'cookies', 'default', 'demo', 'dev', 'development', 'dog',
  'dont', 'dummy', 'enter', 'env', 'environment', 'example', 'express', 'extra', 'fake', 'fixme', 'foo', 'for',
  'generate', 'generated', 'good', 'hard', 'hardcoded', 'hash', 'hello', 'here', 'hush', 'i', 'in', 'insecure',
  'insert', 'instead', 'is', 'it', 'its', 'jwt', 'keep', 'key', 'keyboard', 'keys', 'knows', 'least', 'little',
  'local', 'localhost', 'login', 'long', 'make', 'me', 'mega', 'min', 'minimum', 'must', 'my', 'need', 'new', 'no',
  'nobody', 'node', 'nodejs', 'not', 'of', 'old', 'on', 'one', 'only', 'or', 'our', 'own', 'pass', 'passphrase',
  'passwd', 'password', 'phrase', 'placeholder', 'please', 'private', 'prod', 'production', 'project', 'public',
  'put', 'pwd', 'quiet', 'qux', 'qwerty', 'random', 'real', 'really', 'replace', 'root', 'safe', 'salt', 'sample',
  'secret', 'secrets', 'secure', 'security', 'server', 'session', 'sessions', 'set', 'shared', 'shh', 'short',
  'should', 'sign', 'signed', 'signing', 'site', 'so', 'some', 'staging', 'string', 'strong', 'super', 'sure',
  'tell', 'temp', 'temporary', 'test', 'testing', 'text', 'that', 'the', 'there', 'thirty', 'this', 'to', 'todo',
  'token', 'top', 'two', 'ultra', 'unsafe', 'update', 'use', 'used', 'user', 'using', 'value', 'variable', 'very',
  'was', 'web', 'website', 'with', 'word', 'world', 'xxx', 'you', 'your',
]);
