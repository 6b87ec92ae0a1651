import type { Attributes, Library, SessionFact } from './types';

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], undefinedRemoves: true },
  httpOnly: { path: ['cookie', 'httpOnly'], undefinedRemoves: true },
  sameSite: { path: ['cookie', 'sameSite'], undefinedRemoves: true, values: ['lax', 'strict', 'none'] },
  domain: { path: ['cookie', 'domain'] },
  path: { path: ['cookie', 'path'], undefinedRemoves: true },
  // With `clearWithBrowser` the cookie goes earlier; the store keeps the data as long.
  maxAge: { path: ['age'], unit: 's', texts: true },
  name: { path: ['cookieName'], whenAbsent: 'adonis_session' },
};

const session: SessionFact = {
  methods: {
    set: ['put'],
    get: ['get'],
    has: ['has'],
    clear: ['forget'],
    all: ['all'],
    regenerate: ['regenerate'],
    destroy: ['clear'],
  },
  id: ['sessionId'],
};

/**
 * `@adonisjs/session` on npm, documentation "Session". What the cookie is not told comes from `http.cookie` in
 * `config/app`, where secure defaults may be changed: absence says nothing. Its keys are the application's.
 */
export const adonisjsSession: Library = {
  module: '@adonisjs/session',
  readFrom: '7.7.1',
  setups: [
    {
      form: 'call',
      export: ['defineConfig'],
      options: 0,
      attributes,
      // The names of `stores`, which everybody calls as the documentation does.
      storageWhen: [
        { path: ['store'], values: ['cookie'], storage: 'encrypted-client' },
        { path: ['store'], values: ['memory', 'file', 'redis', 'database', 'dynamodb'], storage: 'server' },
      ],
    },
  ],
  sessions: [
    { ...session, members: ['ctx.session'], types: [['Session']] },
    // `async login({ session }: HttpContext)`: in such a file it is what a handler takes out of its context.
    { ...session, members: ['ctx.session'], within: { imports: ['@adonisjs/core/http'] } },
  ],
};
