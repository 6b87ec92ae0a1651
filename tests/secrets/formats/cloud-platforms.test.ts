import { cloudPlatformsFormats } from '../../../src/secrets/formats/cloud-platforms';
import { describeFormats, fill } from './build-value';

describeFormats('cloud-platforms', cloudPlatformsFormats, {
  'aws-access-key-id': ['AKIA', fill('base32', 16)],
  'aws-bedrock-long-lived': ['ABSK', fill('b64', 109)],
  'aws-mws': [
    'amzn.mws.',
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
  'aws-session-token': ['IQoJb3JpZ2lu', fill('b64', 100)],
  'google-api-key': ['AIza', fill('b64url', 35)],
  'gcs-hmac-id': ['GOOG', fill('upnum', 57)],
  'azure-ad-client-secret': [fill('word', 3), fill('digit', 1), 'Q~', fill('tilde', 31)],
  'azure-storage-account-key': ['AccountKey=', fill('b64', 86), '=='],
  'azure-shared-access-key': ['SharedAccessKey=', fill('b64', 43), '='],
  'azure-app-config': ['.azconfig.io;Id=', fill('alnum', 12), ';Secret=', fill('b64', 36)],
  'azure-acr-key': [fill('b64', 42), '+ACR', fill('alnum', 6)],
  'alibaba-access-key-id': ['LTAI', fill('alnum', 17)],
  'yandex-api-key': ['AQVN', fill('b64url', 35)],
});
