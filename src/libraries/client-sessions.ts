import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], whenAbsent: 'auto', undefinedRemoves: true },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true },
  sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict'], rejects: ['none', 'None'] },
  maxAge: {
    path: ['cookie', 'maxAge'],
    unit: 'ms',
    rejectsTypes: ['string'],
    rejectsDigits: true,
    whenZero: 'ignored',
  },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  ttl: { path: ['duration'], whenAbsent: 86_400_000, unit: 'ms', rejectsTypes: ['string'] },
  name: { path: ['cookieName'], whenAbsent: 'session_state' },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'] }];

/**
 * `client-sessions` on npm, README section "Usage"; the session is the request's member that the cookie is named after.
 */
export const clientSessions: Library = {
  module: 'client-sessions',
  readFrom: '0.8.0',
  setups: [
    { form: 'call', export: [], options: 0, attributes, secrets, storage: 'encrypted-client', opensOnUse: true },
  ],
  sessions: [
    {
      members: ['req.session', 'request.session', 'req.session_state', 'request.session_state'],
      storage: 'encrypted-client',
      methods: { destroy: ['reset', 'destroy'] },
    },
  ],
};
