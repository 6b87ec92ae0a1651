// Written by `npm run update` from the files of this folder.
import { adonisjsSession } from './adonisjs-session';
import { astro } from './astro';
import { authCore } from './auth-core';
import { auth0NextjsAuth0 } from './auth0-nextjs-auth0';
import { betterAuth } from './better-auth';
import { betterSqlite3SessionStore } from './better-sqlite3-session-store';
import { clientSessions } from './client-sessions';
import { connectMongo } from './connect-mongo';
import { connectPgSimple } from './connect-pg-simple';
import { connectRedis } from './connect-redis';
import { connectSessionSequelize } from './connect-session-sequelize';
import { cookie } from './cookie';
import { cookieParser } from './cookie-parser';
import { cookieSession } from './cookie-session';
import { cookieSignature } from './cookie-signature';
import { cookies } from './cookies';
import { cookiesNext } from './cookies-next';
import { csrfCsrf } from './csrf-csrf';
import { egg } from './egg';
import { elysia } from './elysia';
import { express } from './express';
import { expressMysqlSession } from './express-mysql-session';
import { expressOpenidConnect } from './express-openid-connect';
import { expressSession } from './express-session';
import { fastify } from './fastify';
import { fastifyCookie } from './fastify-cookie';
import { fastifyPassport } from './fastify-passport';
import { fastifySecureSession } from './fastify-secure-session';
import { fastifySession } from './fastify-session';
import { fastifyStatic } from './fastify-static';
import { grant } from './grant';
import { h3 } from './h3';
import { hapiCookie } from './hapi-cookie';
import { hapiHapi } from './hapi-hapi';
import { hapiYar } from './hapi-yar';
import { hono } from './hono';
import { honoSession } from './hono-session';
import { honoSessions } from './hono-sessions';
import { ironSession } from './iron-session';
import { keycloakConnect } from './keycloak-connect';
import { koa } from './koa';
import { koaGenericSession } from './koa-generic-session';
import { koaPassport } from './koa-passport';
import { koaRouter } from './koa-router';
import { koaSession } from './koa-session';
import { koaSessionMinimal } from './koa-session-minimal';
import { koaStatic } from './koa-static';
import { lucia } from './lucia';
import { memorystore } from './memorystore';
import { nestjsCommon } from './nestjs-common';
import { nestjsPassport } from './nestjs-passport';
import { next } from './next';
import { nextAuth } from './next-auth';
import { nextIronSession } from './next-iron-session';
import { nextSession } from './next-session';
import { nuxtAuthUtils } from './nuxt-auth-utils';
import { passport } from './passport';
import { reactRouter } from './react-router';
import { response } from './response';
import { sails } from './sails';
import { serveStatic } from './serve-static';
import { sessionFileStore } from './session-file-store';
import { setCookie } from './set-cookie';
import { socketIo } from './socket-io';
import { supertokensNode } from './supertokens-node';
import { sveltejsKit } from './sveltejs-kit';
import { tanstackReactStart } from './tanstack-react-start';
import { vinxi } from './vinxi';
import { workosIncNode } from './workos-inc-node';
import type { Library } from './types';

export const libraries: readonly Library[] = [
  adonisjsSession,
  astro,
  authCore,
  auth0NextjsAuth0,
  betterAuth,
  betterSqlite3SessionStore,
  clientSessions,
  connectMongo,
  connectPgSimple,
  connectRedis,
  connectSessionSequelize,
  cookie,
  cookieParser,
  cookieSession,
  cookieSignature,
  cookies,
  cookiesNext,
  csrfCsrf,
  egg,
  elysia,
  express,
  expressMysqlSession,
  expressOpenidConnect,
  expressSession,
  fastify,
  fastifyCookie,
  fastifyPassport,
  fastifySecureSession,
  fastifySession,
  fastifyStatic,
  grant,
  h3,
  hapiCookie,
  hapiHapi,
  hapiYar,
  hono,
  honoSession,
  honoSessions,
  ironSession,
  keycloakConnect,
  koa,
  koaGenericSession,
  koaPassport,
  koaRouter,
  koaSession,
  koaSessionMinimal,
  koaStatic,
  lucia,
  memorystore,
  nestjsCommon,
  nestjsPassport,
  next,
  nextAuth,
  nextIronSession,
  nextSession,
  nuxtAuthUtils,
  passport,
  reactRouter,
  response,
  sails,
  serveStatic,
  sessionFileStore,
  setCookie,
  socketIo,
  supertokensNode,
  sveltejsKit,
  tanstackReactStart,
  vinxi,
  workosIncNode,
];
