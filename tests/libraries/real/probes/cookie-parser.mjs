import express from 'express';
import { createHmac } from 'node:crypto';
import { serve, strong } from '../serve.mjs';

const signed = `s:value.${createHmac('sha256', strong).update('value').digest('base64').replace(/=+$/, '')}`;

/** Only the secret that a text was signed with opens it. */
const opens = (opened) => ({
  proofs: {
    'secret argument 2': (library) => {
      const [own, other] = [opened(library, strong), opened(library, `not ${strong}`)];
      return own === 'value' && other === false ? undefined : `${own} with the secret, ${other} with another`;
    },
  },
});

export default {
  module: 'cookie-parser',
  places: {
    'default()': {
      start: ({ default: cookieParser }, _options, { secret }) =>
        serve((visited) =>
          express()
            .use(cookieParser(secret))
            .use(async (_req, res) => {
              await visited();
              res.cookie('sid', 'value', { signed: true }).end();
            }),
        ),
    },
    'signedCookie()': opens((library, secret) => library.signedCookie(signed, secret)),
    'signedCookies()': opens((library, secret) => library.signedCookies({ sid: signed }, secret).sid ?? false),
  },
};
