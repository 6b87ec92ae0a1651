import express from 'express';
import { serve, strong } from '../serve.mjs';

/** A store as that of `express-session`. */
const store = () => {
  const kept = new Map();
  return {
    get: (id, done) => done(null, kept.get(id)),
    set: (id, session, done) => done(null, kept.set(id, session)),
    destroy: (id, done) => done(null, kept.delete(id)),
  };
};

export default {
  module: 'express-openid-connect',
  places: {
    'auth()': {
      options: {
        secret: strong,
        baseURL: 'https://localhost',
        issuerBaseURL: 'https://issuer.example',
        clientID: 'client',
        authRequired: false,
      },
      samples: { 'session.store': store },
      start: ({ auth }, options) =>
        serve((visited) =>
          express()
            .use(auth(options))
            .use(async (req, res) => {
              const name = options.session?.name ?? 'appSession';
              await visited(() => req[name]);
              res.end();
            }),
        ),
    },
  },
};
