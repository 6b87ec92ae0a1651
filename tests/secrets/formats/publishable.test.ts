import { publishableFormats } from '../../../src/secrets/formats/publishable';
import { describeFormats, fill } from './build-value';

describeFormats('publishable', publishableFormats, {
  'stripe-publishable': ['pk_live_', fill('b64urldot', 20)],
  'supabase-publishable': ['sb_publishable_', fill('b64url', 24)],
  'posthog-project': ['phc_', fill('b64url', 41)],
  'mapbox-public': ['pk.eyJ', fill('b64url', 40), '.', fill('b64url', 20)],
  'newrelic-browser': ['NRJS-', fill('hex', 19)],
  'square-app-id': ['sq0idp-', fill('b64url', 22)],
  'langfuse-public': [
    'pk-lf-',
    fill('hex', 8),
    '-',
    fill('hex', 4),
    '-',
    fill('hex', 4),
    '-',
    fill('hex', 4),
    '-',
    fill('hex', 12),
  ],
  'flutterwave-public': ['FLWPUBK-', fill('lownum', 32), '-X'],
  'google-oauth-client-id': [fill('digit', 10), '-', fill('lownum', 32), '.apps.googleusercontent.com'],
  'twilio-account-sid': ['AC', fill('hex', 32)],
  'bare-uuid': [
    fill('hexi', 8),
    '-',
    fill('hexi', 4),
    '-',
    fill('hexi', 4),
    '-',
    fill('hexi', 4),
    '-',
    fill('hexi', 12),
  ],
});
