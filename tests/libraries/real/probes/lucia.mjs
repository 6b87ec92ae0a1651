import { Lucia } from 'lucia';
import { lucia } from 'lucia-2';

export default {
  module: 'lucia',
  packages: ['lucia', 'lucia-2'],
  places: {
    'Lucia()': {
      packages: ['lucia'],
      options: {},
      start: (_library, options) => ({
        visit: async () => [new Lucia({}, options).createSessionCookie('id').serialize()],
      }),
    },
    'lucia()': {
      packages: ['lucia-2'],
      options: {},
      start: (_library, options) => ({
        visit: async () => {
          const adapter = () => ({});
          const auth = lucia({ adapter, env: 'PROD', ...options });
          return [
            auth
              .createSessionCookie({ sessionId: 'id', idlePeriodExpiresAt: new Date(Date.now() + 3_600_000) })
              .serialize(),
          ];
        },
      }),
    },
  },
};
