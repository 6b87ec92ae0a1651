import type { AttributeFact, Library } from './types';

const at = (key: string) => ['sessionCookie', 'attributes', key];

const sameSite: AttributeFact = {
  path: at('sameSite'),
  whenAbsent: 'lax',
  undefinedRemoves: true,
  values: ['lax', 'strict', 'none'],
};

/**
 * `lucia` on npm, documentation of version 3 "Lucia"; the project is at its end. `lucia` with a small letter is version
 * 2, where `env` decides on `Secure` and the object of attributes replaces its default.
 */
export const lucia: Library = {
  module: 'lucia',
  readFrom: '3.2.2',
  setups: [
    {
      form: 'call',
      export: ['Lucia'],
      options: 1,
      attributes: {
        secure: { path: at('secure'), whenAbsent: true, undefinedRemoves: true },
        sameSite: { ...sameSite, rejects: [true, 'Lax', 'Strict', 'None'] },
        domain: { path: at('domain'), whenAbsent: false },
        path: { path: at('path'), whenAbsent: '/', undefinedRemoves: true },
        name: { path: ['sessionCookie', 'name'], whenAbsent: 'auth_session' },
      },
    },
    {
      form: 'call',
      export: ['lucia'],
      options: 0,
      attributes: {
        sameSite,
        domain: { path: at('domain'), whenAbsent: false },
        name: { path: ['sessionCookie', 'name'], whenAbsent: 'auth_session' },
      },
      replaces: { path: ['sessionCookie', 'attributes'] },
      onlyIn: { from: '2.0.0', before: '3.0.0' },
    },
  ],
};
