// Written by `npm run update` from the files of this folder.
import { authCore } from './auth-core';
import { cookie } from './cookie';
import { cookieParser } from './cookie-parser';
import { cookieSession } from './cookie-session';
import { csrfCsrf } from './csrf-csrf';
import { express } from './express';
import { expressSession } from './express-session';
import { fastify } from './fastify';
import { fastifyCookie } from './fastify-cookie';
import { fastifySecureSession } from './fastify-secure-session';
import { fastifySession } from './fastify-session';
import { fastifyStatic } from './fastify-static';
import { hapiHapi } from './hapi-hapi';
import { hono } from './hono';
import { ironSession } from './iron-session';
import { koa } from './koa';
import { koaRouter } from './koa-router';
import { koaSession } from './koa-session';
import { koaStatic } from './koa-static';
import { nestjsCommon } from './nestjs-common';
import { next } from './next';
import { nextAuth } from './next-auth';
import { nextIronSession } from './next-iron-session';
import { passport } from './passport';
import { reactRouter } from './react-router';
import { response } from './response';
import { serveStatic } from './serve-static';
import { setCookie } from './set-cookie';
import type { Library } from './types';

export const libraries: readonly Library[] = [
  authCore,
  cookie,
  cookieParser,
  cookieSession,
  csrfCsrf,
  express,
  expressSession,
  fastify,
  fastifyCookie,
  fastifySecureSession,
  fastifySession,
  fastifyStatic,
  hapiHapi,
  hono,
  ironSession,
  koa,
  koaRouter,
  koaSession,
  koaStatic,
  nestjsCommon,
  next,
  nextAuth,
  nextIronSession,
  passport,
  reactRouter,
  response,
  serveStatic,
  setCookie,
];
