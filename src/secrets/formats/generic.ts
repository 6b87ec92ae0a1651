import type { SecretFormat } from './types';

/** Shapes of no one provider: tokens, keys, hashes, sealed sessions. Facts: public scanner rules, provider docs. */
export const genericFormats: readonly SecretFormat[] = [
  {
    id: 'age-secret-key',
    provider: 'age',
    kind: 'X25519 secret key',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['AGE-SECRET-KEY-1'],
    regex: String.raw`(?<![0-9A-Za-z_])AGE-SECRET-KEY-1[0-9A-Z]{58}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'jwt',
    provider: 'any',
    kind: 'JSON Web Token (compact JWS)',
    sensitivity: 'bearer',
    confidence: 'high',
    prefixes: ['eyJ'],
    regex:
      String.raw`(?<![0-9A-Za-z_.-])eyJ[0-9A-Za-z_-]{12,2000}\.eyJ[0-9A-Za-z_-]{12,8000}\.[0-9A-Za-z_-]{20,2000}` +
      String.raw`(?![0-9A-Za-z_-])`,
    minEntropy: 3,
  },
  {
    id: 'jwe',
    provider: 'any',
    kind: 'JSON Web Encryption (5 parts)',
    sensitivity: 'bearer',
    confidence: 'medium',
    prefixes: ['eyJ'],
    regex:
      String.raw`(?<![0-9A-Za-z_.-])eyJ[0-9A-Za-z_-]{12,2000}\.[0-9A-Za-z_-]{0,1000}\.[0-9A-Za-z_-]{8,100}\.` +
      String.raw`[0-9A-Za-z_-]{8,8000}\.[0-9A-Za-z_-]{16,100}(?![0-9A-Za-z_-])`,
    minEntropy: 3,
  },
  {
    id: 'paseto',
    provider: 'any',
    kind: 'PASETO token',
    sensitivity: 'bearer',
    confidence: 'high',
    prefixes: ['v4.local.', 'v4.public.', 'v3.local.', 'v2.local.'],
    keywords: ['.local.', '.public.'],
    regex: String.raw`(?<![0-9A-Za-z_.-])v[1-4]\.(?:local|public)\.[0-9A-Za-z_-]{40,8000}(?![0-9A-Za-z_-])`,
    minEntropy: 3,
  },
  {
    id: 'pem-private-key',
    provider: 'any',
    kind: 'PEM private key',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: [],
    keywords: ['PRIVATE KEY'],
    regex:
      String.raw`-{5}BEGIN (?:[0-9A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-{5}(?:\s|\\[nr]){0,8}(?:` +
      String.raw`[0-9A-Za-z+/]{40}|Proc-Type: |Version: |Comment: )`,
  },
  {
    id: 'pem-base64-private-key',
    provider: 'any',
    kind: 'base64-wrapped PEM private key',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['LS0tLS1CRUdJTi'],
    regex: String.raw`(?<![0-9A-Za-z_+/])LS0tLS1CRUdJTi[0-9A-Za-z+/]{60,8000}`,
    minEntropy: 3,
    postCheck: 'base64-decodes-to-private-key-header',
  },
  {
    id: 'putty-private-key',
    provider: 'PuTTY',
    kind: 'private key file',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['PuTTY-User-Key-File-'],
    regex: String.raw`(?<![0-9A-Za-z_])PuTTY-User-Key-File-[0-9]`,
  },
  {
    id: 'authorization-basic',
    provider: 'any',
    kind: 'HTTP Basic credentials',
    sensitivity: 'secret',
    confidence: 'medium',
    prefixes: ['Basic '],
    regex: String.raw`(?<![0-9A-Za-z_+/])Basic [0-9A-Za-z+/]{12,500}(?![0-9A-Za-z+/])`,
    postCheck: 'base64-decodes-to-user-colon-password',
  },
  {
    id: 'authorization-bearer',
    provider: 'any',
    kind: 'HTTP Bearer credentials',
    sensitivity: 'secret',
    confidence: 'medium',
    prefixes: ['Bearer '],
    regex: String.raw`(?<![0-9A-Za-z_.-])Bearer [0-9A-Za-z_.-]{20,4000}(?![0-9A-Za-z_-])`,
    minEntropy: 3.5,
    postCheck: 'bearer-value-looks-random',
  },
  {
    id: 'password-hash-bcrypt',
    provider: 'any',
    kind: 'bcrypt password hash',
    sensitivity: 'credential-hash',
    confidence: 'high',
    prefixes: ['$2'],
    regex: String.raw`(?<![0-9A-Za-z_$])\$2[abxy]\$[0-9]{2}\$[./0-9A-Za-z]{53}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'password-hash-argon2',
    provider: 'any',
    kind: 'argon2 / scrypt PHC password hash',
    sensitivity: 'credential-hash',
    confidence: 'high',
    prefixes: ['$argon2id$', '$argon2i$', '$argon2d$', '$scrypt$'],
    regex:
      String.raw`(?<![0-9A-Za-z_$])\$(?:argon2id|argon2i|argon2d|scrypt)\$[0-9A-Za-z=,.+/-]{1,60}\$` +
      String.raw`[0-9A-Za-z=,.+/-]{1,120}\$[0-9A-Za-z+/]{16,200}`,
    minEntropy: 3,
  },
  {
    id: 'iron-seal',
    provider: 'iron-session / @hapi/iron',
    kind: 'sealed (encrypted) session',
    sensitivity: 'sealed',
    confidence: 'high',
    prefixes: ['Fe26.2*'],
    regex:
      String.raw`(?<![0-9A-Za-z_-])Fe26\.2\*[0-9A-Za-z]{0,20}\*[0-9a-f]{64}\*[0-9A-Za-z_-]{22}\*` +
      String.raw`[0-9A-Za-z_-]{16,4000}\*[0-9]{0,16}\*[0-9a-f]{64}\*[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])`,
    minEntropy: 3,
  },
  {
    id: 'express-signed-sid',
    provider: 'express-session / cookie-parser',
    kind: 'signed session cookie value',
    sensitivity: 'bearer',
    confidence: 'medium',
    prefixes: ['s:', 's%3A'],
    regex:
      String.raw`(?<![0-9A-Za-z_+/.-])s(?::|%3A)[0-9A-Za-z_-]{24,64}\.(?:[0-9A-Za-z+/]|%2[BbFf]){43}` +
      String.raw`(?![0-9A-Za-z+/])`,
    minEntropy: 3,
  },
  {
    id: 'bip32-xprv',
    provider: 'Bitcoin',
    kind: 'extended private key',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['xprv', 'yprv', 'zprv', 'tprv'],
    regex: String.raw`(?<![0-9A-Za-z_])(?:xprv|yprv|zprv|tprv)[1-9A-HJ-NP-Za-km-z]{107,108}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
];
