import type { Library } from './types';

/** `@nestjs/common` on npm, documentation "Session": the decorated parameter is `req.session` of the adapter in use. */
export const nestjsCommon: Library = {
  module: '@nestjs/common',
  readFrom: '12.5.1',
  sessions: [
    {
      decorators: [['Session']],
      standsFor: 'req.session',
      methods: { set: ['set'], get: ['get'], regenerate: ['regenerate'], destroy: ['destroy', 'delete'] },
    },
  ],
  handlers: [
    { decorators: [['Get'], ['Post'], ['Put'], ['Patch'], ['Delete'], ['All'], ['Options'], ['Head'], ['Search']] },
  ],
};
