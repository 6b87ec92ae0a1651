import type { Attributes, Library, SecretFact } from './types';

const attributes: Attributes = {
  secure: { path: ['session', 'cookie', 'secure'], whenAbsent: false },
  httpOnly: { path: ['session', 'cookie', 'httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: { path: ['session', 'cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['session', 'cookie', 'maxAge'], whenAbsent: false, unit: 's' },
  domain: { path: ['session', 'cookie', 'domain'], whenAbsent: false },
  path: { path: ['session', 'cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  name: { path: ['session', 'name'], whenAbsent: 'grant' },
};

const secrets: readonly SecretFact[] = [{ path: ['session', 'secret'] }];

const facts = {
  attributes,
  secrets,
  storage: 'signed-client',
  storageWhen: [{ path: ['session', 'store'], storage: 'server' }],
  replaces: { path: ['session', 'cookie'] },
} as const;

/**
 * `grant` on npm, README section "Session": its handlers for functions of a cloud keep a session of their own. With
 * Express, Koa, Fastify and hapi it is the session of the application.
 */
export const grant: Library = {
  module: 'grant',
  readFrom: '5.4.24',
  setups: ['aws', 'azure', 'gcloud', 'vercel', 'node'].map((handler) => ({
    form: 'call',
    export: [handler],
    options: 0,
    ...facts,
  })),
};
