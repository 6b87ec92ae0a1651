import { authFormats } from '../../../src/secrets/formats/auth';
import { describeFormats, fill } from './build-value';

describeFormats('auth', authFormats, {
  'workos-api-key': ['sk_live_a2V5', fill('b64', 60)],
  'google-oauth-client-secret': ['GOCSPX-', fill('b64url', 28)],
  'google-oauth-access-token': ['ya29.', fill('b64urldot', 20)],
  'google-oauth-refresh-token': ['1//0', fill('b64url', 40)],
  'facebook-access-token': ['EAA', fill('alnum', 80)],
  'facebook-app-token': [fill('digit', 15), '|', fill('b64url', 27)],
  'twitter-bearer': ['AAAAAAAAAAAAAAAAAAAAA', fill('pct', 81)],
  'salesforce-access-token': ['00D', fill('alnum', 12), '!', fill('b64urldot', 80)],
  'salesforce-refresh-token': ['5Aep861', fill('b64urldot', 70)],
  'microsoft-refresh-token': ['0.A', fill('b64url', 50), '.Ag', fill('b64url', 200)],
  'okta-api-token': ['SSWS 00', fill('b64url', 40)],
  'zoho-token': ['1000.', fill('hex', 32), '.', fill('hex', 32)],
  'pinterest-token': ['pina_', fill('b64url', 20)],
  'adobe-client-secret': ['p8e-', fill('alnum', 32)],
  'otpauth-uri': ['otpauth://totp/', fill('alnum', 8), '?secret=', fill('base32', 16)],
});
