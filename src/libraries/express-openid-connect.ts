import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['session', 'cookie', 'secure'], rejects: ['auto'] },
  httpOnly: { path: ['session', 'cookie', 'httpOnly'], whenAbsent: true },
  sameSite: {
    path: ['session', 'cookie', 'sameSite'],
    whenAbsent: 'Lax',
    values: ['Lax', 'Strict', 'None'],
    rejects: [true, false, 'lax', 'strict', 'none'],
  },
  domain: { path: ['session', 'cookie', 'domain'], whenAbsent: false },
  path: { path: ['session', 'cookie', 'path'], whenAbsent: '/' },
  name: { path: ['session', 'name'], whenAbsent: 'appSession' },
  ttl: { path: ['session', 'absoluteDuration'], unit: 's' },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'], minLength: 8 }];

/**
 * `express-openid-connect` on npm, documentation of `ConfigParams` and `SessionConfigParams`. `secure` follows
 * `baseURL`; the tokens of the user lie in the session.
 */
export const expressOpenidConnect: Library = {
  module: 'express-openid-connect',
  readFrom: '3.4.0',
  setups: [
    {
      form: 'call',
      export: ['auth'],
      options: 0,
      attributes,
      secrets,
      storage: 'encrypted-client',
      storageWhen: [{ path: ['session', 'store'], storage: 'server' }],
    },
    {
      form: 'typed',
      export: ['ConfigParams'],
      attributes,
      secrets,
      storage: 'encrypted-client',
      storageWhen: [{ path: ['session', 'store'], storage: 'server' }],
    },
  ],
  sessions: [{ members: ['req.appSession', 'request.appSession'] }],
};
