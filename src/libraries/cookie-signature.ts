import type { Library } from './types';

/** `cookie-signature` on npm, README: what signs the cookies of `express-session`, `cookie-parser` and `express`. */
export const cookieSignature: Library = {
  module: 'cookie-signature',
  readFrom: '1.2.2',
  setups: ['sign', 'unsign'].map((name) => ({
    form: 'call',
    export: [name],
    options: 0,
    secrets: [{ path: [], argument: 1 }],
  })),
};
