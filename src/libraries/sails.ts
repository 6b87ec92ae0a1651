import type { Attributes, Library, SecretFact } from './types';

// What is not said here may be said by `config/env/production`, as `secure` and the store are in the application that
// Sails makes; and a file of this name may belong to another program. So absence says nothing.
const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], rejects: ['auto'], rejectsTypes: ['string', 'number'] },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: { path: ['cookie', 'sameSite'], values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['cookie', 'maxAge'], unit: 'ms' },
  domain: { path: ['cookie', 'domain'] },
  path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  name: { path: ['name'], aliases: [['key']] },
};

const secrets: readonly SecretFact[] = [{ path: ['secret'] }];

/**
 * `sails` on npm, documentation `sails.config.session`: the options of `express-session`, which it hands them to, in a
 * file that it reads by its place.
 */
export const sails: Library = {
  module: 'sails',
  readFrom: '1.5.18',
  setups: [{ form: 'config', files: ['config/session'], path: ['session'], attributes, secrets, storage: 'server' }],
};
