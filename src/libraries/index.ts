// Written by `npm run update` from the files of this folder.
import { authCore } from './auth-core';
import { cookie } from './cookie';
import { cookieParser } from './cookie-parser';
import { cookieSession } from './cookie-session';
import { express } from './express';
import { expressSession } from './express-session';
import { fastify } from './fastify';
import { fastifyCookie } from './fastify-cookie';
import { fastifySecureSession } from './fastify-secure-session';
import { fastifySession } from './fastify-session';
import { hapiHapi } from './hapi-hapi';
import { hono } from './hono';
import { ironSession } from './iron-session';
import { koa } from './koa';
import { koaSession } from './koa-session';
import { nestjsCommon } from './nestjs-common';
import { next } from './next';
import { nextAuth } from './next-auth';
import { nextIronSession } from './next-iron-session';
import { passport } from './passport';
import { reactRouter } from './react-router';
import { response } from './response';
import { setCookie } from './set-cookie';
import type { Library } from './types';

export const libraries: readonly Library[] = [
  authCore,
  cookie,
  cookieParser,
  cookieSession,
  express,
  expressSession,
  fastify,
  fastifyCookie,
  fastifySecureSession,
  fastifySession,
  hapiHapi,
  hono,
  ironSession,
  koa,
  koaSession,
  nestjsCommon,
  next,
  nextAuth,
  nextIronSession,
  passport,
  reactRouter,
  response,
  setCookie,
];
