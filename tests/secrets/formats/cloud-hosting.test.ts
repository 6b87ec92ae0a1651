import { cloudHostingFormats } from '../../../src/secrets/formats/cloud-hosting';
import { describeFormats, fill } from './build-value';

describeFormats('cloud-hosting', cloudHostingFormats, {
  'digitalocean-token': ['dop_v1_', fill('hex', 64)],
  'heroku-api-key': ['HRKU-', fill('b64url', 60)],
  'netlify-token': ['nfp_', fill('word', 36)],
  'vercel-token': ['vcp_', fill('b64url', 24)],
  'fly-token': ['fo1_', fill('b64url', 43)],
  'fly-macaroon': ['fm1a_', fill('b64', 100)],
  'render-api-key': ['rnd_', fill('alnum', 28)],
  'cloudflare-token': ['cfk_', fill('alnum', 40), fill('hex', 8)],
  'cloudflare-origin-ca': ['v1.0-', fill('hex', 24), '-', fill('hex', 146)],
  'terraform-cloud-token': [fill('alnum', 14), '.atlasv1.', fill('b64url', 60)],
  'pulumi-token': ['pul-', fill('hex', 40)],
  'scalingo-token': ['tk-us-', fill('b64url', 48)],
  'deno-token': ['ddp_', fill('alnum', 36)],
  'openshift-token': ['sha256~', fill('b64url', 43)],
  'tailscale-key': ['tskey-', fill('lower', 2), '-', fill('word', 8), '-', fill('word', 16)],
  'prefect-key': ['pnu_', fill('alnum', 36)],
});
