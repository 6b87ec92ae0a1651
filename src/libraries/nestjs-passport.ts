import type { Library } from './types';

/**
 * `@nestjs/passport` on npm, documentation of Nest, "Passport (authentication)": its serializer is passport's as a
 * class.
 */
export const nestjsPassport: Library = {
  module: '@nestjs/passport',
  readFrom: '12.0.0',
  sessions: [
    {
      passedOn: { method: { of: [['PassportSerializer']], name: 'serializeUser' }, callbackParameter: 1, argument: 1 },
    },
  ],
};
