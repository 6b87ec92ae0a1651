import type { Library } from './types';

/** `cookie-parser` on npm, README section "API". Its secret signs what `res.cookie` writes with `signed: true`. */
export const cookieParser: Library = {
  module: 'cookie-parser',
  readFrom: '1.4.7',
  setups: [
    { form: 'call', export: [], options: 1, secrets: [{ path: [], argument: 0 }] },
    { form: 'call', export: ['signedCookie'], options: 0, secrets: [{ path: [], argument: 1 }] },
    { form: 'call', export: ['signedCookies'], options: 0, secrets: [{ path: [], argument: 1 }] },
  ],
  requestCookies: ['req.cookies', 'req.signedCookies', 'request.cookies', 'request.signedCookies'],
};
