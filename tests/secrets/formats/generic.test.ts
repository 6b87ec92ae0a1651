import { genericFormats } from '../../../src/secrets/formats/generic';
import { base64, describeFormats, fill } from './build-value';

describeFormats('generic', genericFormats, {
  'age-secret-key': ['AGE-SECRET-KEY-1', fill('upnum', 58)],
  jwt: ['eyJ', fill('b64url', 12), '.eyJ', fill('b64url', 12), '.', fill('b64url', 20)],
  jwe: ['eyJ', fill('b64url', 12), '..', fill('b64url', 8), '.', fill('b64url', 8), '.', fill('b64url', 16)],
  paseto: ['v4.local.', fill('b64url', 40)],
  'pem-private-key': ['-----', 'BEGIN RSA PRIV', 'ATE KEY', '-----', '\n', fill('alnum', 64)],
  'pem-base64-private-key': [base64('-----BEGIN RSA PRIV' + 'ATE KEY-----\n'), fill('b64', 60)],
  'putty-private-key': ['PuTTY-User-Key-File-', fill('digit', 1)],
  'authorization-basic': ['Basic ', base64('service:q7' + 'Xw93-kT')],
  'authorization-bearer': ['Bearer ', fill('b64urldot', 20)],
  'password-hash-bcrypt': ['$2b$', fill('digit', 2), '$', fill('bcrypt', 53)],
  'password-hash-argon2': ['$argon2id$v=19$m=65536,t=3,p=4$', fill('b64', 16)],
  'iron-seal': [
    'Fe26.2*1*',
    fill('hex', 64),
    '*',
    fill('b64url', 22),
    '*',
    fill('b64url', 16),
    '**',
    fill('hex', 64),
    '*',
    fill('b64url', 43),
  ],
  'express-signed-sid': ['s:', fill('b64url', 24), '.', fill('b64', 43)],
  'bip32-xprv': ['xprv', fill('b58', 107)],
});
