import { paymentsFormats } from '../../../src/secrets/formats/payments';
import { describeFormats, fill } from './build-value';

describeFormats('payments', paymentsFormats, {
  'stripe-secret-live': ['sk_live_', fill('alnum', 24)],
  'stripe-secret-test': ['sk_test_', fill('alnum', 24)],
  'stripe-restricted': ['rk_live_', fill('alnum', 24)],
  'standard-webhooks-secret': ['whsec_', fill('b64', 32)],
  'stripe-payment-intent-client-secret': ['pi_', fill('alnum', 24), '_secret_', fill('alnum', 25)],
  'square-access-token': ['sq0atp-', fill('b64url', 22)],
  'square-oauth-secret': ['sq0csp-', fill('b64url', 43)],
  'square-access-token-eaaa': ['EAAA', fill('b64url', 60)],
  'braintree-access-token': ['access_token$production$', fill('lownum', 16), '$', fill('hex', 32)],
  'flutterwave-secret': ['FLWSECK-', fill('lownum', 32), '-X'],
  'plaid-access-token': [
    'access-production-', fill('hex', 8), '-', fill('hex', 4), '-', fill('hex', 4), '-', fill('hex', 4), '-',
    fill('hex', 12),
  ],
  'shippo-token': ['shippo_live_', fill('hexi', 40)],
  'easypost-key': ['EZAK', fill('alnum', 54)],
  'paddle-api-key': ['pdl_live_apikey_', fill('lownum', 26), '_', fill('alnum', 22), '_', fill('alnum', 3)],
  'polar-token': ['polar_oat_', fill('b64url', 20)],
  'duffel-token': ['duffel_live_', fill('b64urleq', 43)],
  'shopify-token': ['shpat_', fill('hexi', 32)],
  'ramp-client-secret': ['ramp_sec_', fill('alnum', 48)],
  'asaas-token': ['$aact_prod_', fill('b64url', 20)],
  'lob-api-key': ['live_', fill('hex', 35)],
  'checkout-secret-key': [
    'sk_', fill('hex', 8), '-', fill('hex', 4), '-', fill('hex', 4), '-', fill('hex', 4), '-', fill('hex', 12),
  ],
});
