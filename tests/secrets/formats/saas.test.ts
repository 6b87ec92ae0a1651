import { saasFormats } from '../../../src/secrets/formats/saas';
import { describeFormats, fill } from './build-value';

describeFormats('saas', saasFormats, {
  'notion-token': ['ntn_', fill('digit', 11), fill('alnum', 35)],
  'notion-token-legacy': ['secret_', fill('alnum', 43)],
  'linear-key': ['lin_api_', fill('alnum', 40)],
  'figma-token': ['figd_', fill('b64urleq', 38)],
  'airtable-pat': ['pat', fill('alnum', 14), '.', fill('hex', 64)],
  'asana-pat': ['1/', fill('digit', 13), ':', fill('hex', 32)],
  'clickup-token': ['pk_', fill('digit', 6), '_', fill('upnum', 32)],
  'contentful-pat': ['CFPAT-', fill('b64url', 43)],
  'hubspot-private-app': [
    'pat-na1-',
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
  'dropbox-token': ['sl.', fill('b64url', 130)],
  'typeform-token': ['tfp_', fill('b64urldot', 40)],
  'mapbox-secret': ['sk.eyJ', fill('b64url', 40), '.', fill('b64url', 20)],
  'readme-key': ['rdme_', fill('lownum', 70)],
  'frameio-token': ['fio-u-', fill('b64urleq', 64)],
  'apify-token': ['apify_api_', fill('alnum', 34)],
  'maxmind-key': [fill('alnum', 6), '_', fill('alnum', 29), '_mmk'],
  'zuplo-key': ['zpka_', fill('lownum', 32), '_', fill('hex', 8)],
});
