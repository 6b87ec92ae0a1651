import express from 'express';
import { ironSession } from 'iron-session-6/express';
import { withIronSessionApiRoute } from 'iron-session-6/next';
import { serve, strong } from '../serve.mjs';

const options = { password: strong, cookieName: 'sid' };

const withHandler = (handlerOf) => ({
  packages: ['iron-session-6'],
  options,
  start: (_library, options) =>
    serve((visited) =>
      handlerOf(async (req, res) => {
        await visited(() => req.session);
        await req.session.save();
        res.end();
      }, options),
    ),
});

export default {
  module: 'iron-session',
  packages: ['iron-session', 'iron-session-6'],
  lacks: { 'iron-session-6': ['partitioned'] },
  places: {
    'getIronSession()': {
      options,
      start: ({ getIronSession }, options) =>
        serve((visited) => async (req, res) => {
          try {
            const session = await getIronSession(req, res, options);
            await visited(() => session);
            await session.save();
          } catch (error) {
            res.statusCode = 500;
            res.write(error.message);
          }
          res.end();
        }),
    },
    'withIronSessionApiRoute()': withHandler((handler, options) => {
      const route = withIronSessionApiRoute(handler, options);
      return (req, res) =>
        route(req, res).catch((error) => {
          res.statusCode = 500;
          res.end(error.message);
        });
    }),
    'ironSession()': withHandler((handler, options) => express().use(ironSession(options)).use(handler)),
    'sealData()': {
      options: { password: strong },
      start: ({ sealData }, options) => ({
        visit: async () => [`seal=${await sealData({ probe: 'value' }, options)}`],
      }),
    },
  },
};
