import { expect, it } from 'vitest';
import { isSecretText, isTemplatePlaceholder, isTranslationFile } from '../../../src/findings/signing/configured-text';

it.each([
  'abc',
  'keyboard cat',
  'MEAN',
  'Your Session Secret goes here',
  'my session secret',
  'dev-session-secret',
  'CHANGE_ME',
  'LONG_RANDOM_VALUE',
  'YOUR_SECRET_KEY',
  'this-should-be-changed',
  'Our little secret.',
  'Shh, its a secret!',
  'qP/7f+Zk0aB=',
  'prod-session-secret',
  'x'.repeat(500),
])('%s can be the secret', (text) => expect(isSecretText(text, 'sessionSecret')).toBe(true));

it.each([
  '',
  '  ',
  '***',
  '…',
  '[REDACTED]',
  '<hidden>',
  'string',
  'Required',
  'session secret',
  'SESSION_SECRET',
  'sessionSecret',
  'APP_COOKIE_KEY',
  'SECRET',
  'Session secret',
  'Session Secret Key:',
  'The secret that signs cookies',
  'Session secret is required',
  'must be 32 characters',
  'session secret not set',
  'used to sign the session',
  '/run/secrets/x',
  '../session.pem',
  'prod/app/session',
  'session.key',
  'app.session.secret',
  'arn:aws:secretsmanager:x',
  'op://vault/x',
  'https://vault.example.net',
  'vault:secret/data/app',
  'ENC[AES256_GCM,data:abc]',
  '@Microsoft.KeyVault(SecretUri=x)',
  'projects/x/secrets/y',
  '${SECRET}',
  '<%= secret %>',
  '{{ secret }}',
  '%SECRET%',
  '__SECRET__',
  '@@SECRET@@',
])('%s is something else', (text) => expect(isSecretText(text, 'sessionSecret')).toBe(false));

it('knows placeholders of templates', () => {
  expect(['a<%= b %>c', '{{x}}', 'x-${y}', '#{z}', '%A%', '__A_B__', '@a@'].every(isTemplatePlaceholder)).toBe(true);
  expect(['%> <%', '}}{{', '100%', 'a__B__', 'me@example', '$x'].some(isTemplatePlaceholder)).toBe(false);
});

it('knows files of translations', () => {
  expect(
    ['src/locales/app.ts', 'C:\\app\\i18n\\x.js', 'de.ts', 'lang/en-US.js', 'messages.i18n.ts'].every(
      isTranslationFile,
    ),
  ).toBe(true);
  expect(['src/config.ts', 'db.js', 'src/session.ts', 'language-server/config.ts'].some(isTranslationFile)).toBe(false);
});
