import { emailMonitoringFormats } from '../../../src/secrets/formats/email-monitoring';
import { describeFormats, fill } from './build-value';

describeFormats('email-monitoring', emailMonitoringFormats, {
  'sendgrid-key': ['SG.', fill('b64url', 20), '.', fill('b64url', 39)],
  'mailgun-key': ['key-', fill('hex', 32)],
  'mailgun-key-v2': [fill('hex', 32), '-', fill('hex', 8), '-', fill('hex', 8)],
  'mailchimp-key': [fill('hex', 32), '-us', fill('digit', 1)],
  'brevo-key': ['xkeysib-', fill('hex', 64), '-', fill('alnum', 16)],
  'resend-key': ['re_', fill('alnum', 8), '_', fill('alnum', 24)],
  'mailersend-key': ['mlsn.', fill('alnum', 30)],
  'klaviyo-private-key': ['pk_', fill('hex', 34)],
  'sentry-org-token': ['sntrys_eyJ', fill('b64mix', 60)],
  'sentry-user-token': ['sntryu_', fill('hex', 64)],
  'newrelic-user-key': ['NRAK-', fill('upnum', 27)],
  'newrelic-insights-key': ['NRII-', fill('b64url', 25)],
  'newrelic-license': [fill('lownum', 32), 'FFFFNRAL'],
  'grafana-sa-token': ['glsa_', fill('alnum', 32), '_', fill('hexi', 8)],
  'grafana-cloud-token': ['glc_', fill('b64', 32)],
  'grafana-legacy-key': ['eyJrIjoi', fill('b64', 60)],
  'dynatrace-token': ['dt0', fill('lower', 1), fill('digit', 2), '.', fill('upnum', 24), '.', fill('upnum', 64)],
  'posthog-personal-key': ['phx_', fill('b64url', 41)],
  'launchdarkly-key': [
    'sdk-', fill('hex', 8), '-', fill('hex', 4), '-4', fill('hex', 3), '-', fill('hex', 4), '-', fill('hex', 12),
  ],
});
