// Written by `npm run update` from the files of this folder.
import { astro } from './astro';
import { authCore } from './auth-core';
import { auth0NextjsAuth0 } from './auth0-nextjs-auth0';
import { betterAuth } from './better-auth';
import { cookie } from './cookie';
import { cookieParser } from './cookie-parser';
import { cookieSession } from './cookie-session';
import { csrfCsrf } from './csrf-csrf';
import { elysia } from './elysia';
import { express } from './express';
import { expressSession } from './express-session';
import { fastify } from './fastify';
import { fastifyCookie } from './fastify-cookie';
import { fastifyPassport } from './fastify-passport';
import { fastifySecureSession } from './fastify-secure-session';
import { fastifySession } from './fastify-session';
import { fastifyStatic } from './fastify-static';
import { h3 } from './h3';
import { hapiHapi } from './hapi-hapi';
import { hono } from './hono';
import { honoSession } from './hono-session';
import { honoSessions } from './hono-sessions';
import { ironSession } from './iron-session';
import { koa } from './koa';
import { koaPassport } from './koa-passport';
import { koaRouter } from './koa-router';
import { koaSession } from './koa-session';
import { koaStatic } from './koa-static';
import { lucia } from './lucia';
import { nestjsCommon } from './nestjs-common';
import { next } from './next';
import { nextAuth } from './next-auth';
import { nextIronSession } from './next-iron-session';
import { nextSession } from './next-session';
import { nuxtAuthUtils } from './nuxt-auth-utils';
import { passport } from './passport';
import { reactRouter } from './react-router';
import { response } from './response';
import { serveStatic } from './serve-static';
import { setCookie } from './set-cookie';
import { socketIo } from './socket-io';
import { sveltejsKit } from './sveltejs-kit';
import { tanstackReactStart } from './tanstack-react-start';
import { vinxi } from './vinxi';
import { workosIncNode } from './workos-inc-node';
import type { Library } from './types';

export const libraries: readonly Library[] = [
  astro,
  authCore,
  auth0NextjsAuth0,
  betterAuth,
  cookie,
  cookieParser,
  cookieSession,
  csrfCsrf,
  elysia,
  express,
  expressSession,
  fastify,
  fastifyCookie,
  fastifyPassport,
  fastifySecureSession,
  fastifySession,
  fastifyStatic,
  h3,
  hapiHapi,
  hono,
  honoSession,
  honoSessions,
  ironSession,
  koa,
  koaPassport,
  koaRouter,
  koaSession,
  koaStatic,
  lucia,
  nestjsCommon,
  next,
  nextAuth,
  nextIronSession,
  nextSession,
  nuxtAuthUtils,
  passport,
  reactRouter,
  response,
  serveStatic,
  setCookie,
  socketIo,
  sveltejsKit,
  tanstackReactStart,
  vinxi,
  workosIncNode,
];
