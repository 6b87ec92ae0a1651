import type { Library } from './types';

/**
 * `@hono/session` on npm, README section "Usage". The attributes of its cookie cannot be set, and it has no `Secure`:
 * only a function of one's own (`setCookie`) changes that.
 */
export const honoSession: Library = {
  module: '@hono/session',
  readFrom: '0.2.1',
  setups: [
    {
      form: 'call',
      export: ['useSession'],
      options: 0,
      attributes: { ttl: { path: ['duration', 'absolute'], whenAbsent: false, unit: 's' } },
      secrets: [{ path: ['secret'] }],
      storage: 'encrypted-client',
    },
  ],
  sessions: [
    {
      members: ['c.var.session', 'ctx.var.session', 'context.var.session'],
      accessors: ['c.get', 'ctx.get', 'context.get'].map((member) => ({ member, key: 'session' })),
      within: { imports: ['@hono/session'] },
      data: 'data',
      methods: { assign: ['update'], destroy: ['delete'] },
    },
  ],
};
