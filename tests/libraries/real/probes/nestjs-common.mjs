import { Controller, Get, Module, Session } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import session from 'express-session';
import 'reflect-metadata';
import { serve, strong } from '../serve.mjs';

export default {
  module: '@nestjs/common',
  places: {
    '@Session': {
      unproven: Object.fromEntries(
        ['set: set', 'get: get', 'destroy: delete'].map((fact) => [
          fact,
          'a method of the Fastify adapter, see the plugins for Fastify',
        ]),
      ),
      start: () =>
        serve(async (visited) => {
          class Page {
            page(current) {
              return visited(() => current).then(() => '');
            }
          }
          Session()(Page.prototype, 'page', 0);
          Get('*path')(Page.prototype, 'page', Object.getOwnPropertyDescriptor(Page.prototype, 'page'));
          Controller()(Page);
          class Application {}
          Module({ controllers: [Page] })(Application);
          const app = await NestFactory.create(Application, { logger: false });
          app.use(session({ secret: strong, resave: false, saveUninitialized: false }));
          await app.init();
          return app.getHttpServer();
        }),
    },
  },
};
