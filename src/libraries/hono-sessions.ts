import type { Library } from './types';

/**
 * `hono-sessions` on npm, README sections "Usage" and "API". Without `encryptionKey` the cookie holds the id of the
 * session as it is; `CookieStore` keeps the session itself in the cookie, sealed.
 */
export const honoSessions: Library = {
  module: 'hono-sessions',
  specifiers: ['@jcs224/hono-sessions', 'hono-sessions/bun-sqlite-store'],
  readFrom: '0.8.1',
  setups: [
    {
      form: 'call',
      export: ['sessionMiddleware'],
      options: 0,
      attributes: {
        secure: { path: ['cookieOptions', 'secure'], whenAbsent: false, impliedBy: [['cookieOptions', 'prefix']] },
        httpOnly: { path: ['cookieOptions', 'httpOnly'], whenAbsent: false },
        sameSite: {
          path: ['cookieOptions', 'sameSite'],
          whenAbsent: false,
          values: ['Strict', 'Lax', 'None', 'strict', 'lax', 'none'],
          rejects: [true],
        },
        maxAge: {
          path: ['cookieOptions', 'maxAge'],
          whenAbsent: false,
          unit: 's',
          rejectsTypes: ['string'],
          rejectsDigits: true,
          whenZero: 'dead',
          max: 34_560_000,
        },
        expires: {
          path: ['cookieOptions', 'expires'],
          whenAbsent: false,
          rejectsTypes: ['string', 'number'],
          max: 34_560_000,
        },
        domain: { path: ['cookieOptions', 'domain'], whenAbsent: false },
        path: { path: ['cookieOptions', 'path'], whenAbsent: '/', undefinedRemoves: true },
        partitioned: { path: ['cookieOptions', 'partitioned'], whenAbsent: false },
        name: { path: ['sessionCookieName'], whenAbsent: 'session' },
        store: { path: ['store'] },
        ttl: { path: ['expireAfterSeconds'], whenAbsent: false, unit: 's' },
      },
      secrets: [{ path: ['encryptionKey'], minLength: 32 }],
      storageWhen: [
        { path: ['store'], exports: [['CookieStore', '()']], storage: 'encrypted-client' },
        {
          path: ['store'],
          exports: [
            ['MemoryStore', '()'],
            ['BunSqliteStore', '()'],
          ],
          storage: 'server',
        },
      ],
    },
  ],
  sessions: [
    {
      members: ['c.var.session', 'ctx.var.session', 'context.var.session'],
      accessors: ['c.get', 'ctx.get', 'context.get'].map((member) => ({ member, key: 'session' })),
      within: { imports: ['hono', 'hono-sessions', '@jcs224/hono-sessions'] },
      types: [['Session']],
      interfaces: [{ module: 'hono', name: 'ContextVariableMap', member: 'session' }],
      renewedByKey: { member: 'c.set', key: 'session_key_rotation' },
      methods: { set: ['set', 'flash'], get: ['get'], clear: ['forget'], destroy: ['deleteSession'] },
    },
  ],
  memoryStores: [['MemoryStore', '()']],
};
