import type { Library } from './types';

/** `cookie-parser` on npm, README section "API". Its secret signs what `res.cookie` writes with `signed: true`. */
export const cookieParser: Library = {
  module: 'cookie-parser',
  readFrom: '1.4.7',
  setups: [{ form: 'call', export: [], options: 1, secrets: [{ path: [], argument: 0 }] }],
  requestCookies: ['req.cookies', 'req.signedCookies', 'request.cookies', 'request.signedCookies'],
};
