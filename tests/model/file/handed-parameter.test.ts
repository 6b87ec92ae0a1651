import { describe, expect, it } from 'vitest';
import { sessionUsesIn } from '../../../src/model/session/session-uses';
import { allCookieWritesIn } from '../../../src/model/cookie/cookie-writes';
import { inFile } from '../../support/probe';

/** The keys that a file writes to sessions. */
const writtenIn = (code: string): string[] =>
  inFile(code, (file) => sessionUsesIn(file).flatMap(({ kind, keys }) => (kind === 'write' ? [keys.join('.')] : [])));

const express = "import express, { Router } from 'express'; const app = express(); const router = Router();\n";

describe('the first parameter of a known handler is the request, whatever it is called', () => {
  it.each([
    [`${express}app.get('/', (aReq, aRes) => { aReq.session.k = 1; });`],
    [`${express}app.get('/', (_req) => { _req.session.k = 1; });`],
    [`${express}app.use((r, w, go) => { r.session.k = 1; go(); });`],
    [`${express}router.post('/a', before, [check, async (r, w) => { r.session.k = 1; }]);`],
    [`${express}router.route('/a').get(first).post((r, w) => { r.session.k = 1; });`],
    [`${express}app.set('x', 1).get('/', (r) => { r.session.k = 1; });`],
    [`${express}app.use((problem, r, w, go) => { r.session.k = 1; go(problem); });`],
    [`${express}app.get('/', show); function show(r, w) { r.session.k = 1; }`],
    [`${express}const show = (r, w) => { const { session } = r; session.k = 1; }; router.get('/', show);`],
    [`${express}app.get('/', ({ session }, w) => { session.k = 1; });`],
    ["const app = require('express')(); app.get('/', (r, w) => { r.session.k = 1; });"],
    ["const router = require('express').Router(); router.get('/', (r, w) => { r.session.k = 1; });"],
    ["import Koa from 'koa'; const app = new Koa(); app.use(async (c, next) => { c.session.k = 1; });"],
    ["import Router from '@koa/router'; const r = new Router(); r.get('/', (it) => { it.session.k = 1; });"],
    [
      "import Router from 'koa-router'; const r = new Router({ prefix: '/a' }); r.post('/', (it) => { it.session.k = 1; });",
    ],
    [
      "import fastify from 'fastify'; const app = fastify({ logger: true }); app.get('/', async (r, w) => { r.session.k = 1; });",
    ],
    ["import { fastify } from 'fastify'; fastify().post('/', options, (r, w) => { r.session.k = 1; });"],
  ])('%s', (code) => {
    expect(writtenIn(code)).toEqual(['k']);
  });

  it('and the second one the response', () => {
    const writes = inFile(
      `${express}app.get('/', (aReq, aRes) => { aRes.cookie('sid', 1); aReq.cookie('a', 1); });`,
      (file) => allCookieWritesIn(file).length,
    );
    expect(writes).toBe(1);
  });
});

describe('but not the parameter of anything else', () => {
  it.each([
    [`${express}list.map((r) => { r.session.k = 1; });`],
    [`${express}[].forEach((r, w) => { r.session.k = 1; });`],
    [`${express}emitter.on('/', (r, w) => { r.session.k = 1; });`],
    [`${express}app.on('mount', (r) => { r.session.k = 1; });`],
    [`${express}cache.get('/', (r, w) => { r.session.k = 1; });`],
    [`${express}const cache = new Map(); cache.get('/', (r, w) => { r.session.k = 1; });`],
    [`${express}app.get('/', (_a, w) => { w.session.k = 1; });`],
    [`${express}app.get('/', (r) => list.map((it) => { it.session.k = 1; }));`],
    [`${express}app.use((problem, r, w, go) => { problem.session.k = 1; });`],
    [`${express}app.get('/', wrap((r, w) => { r.session.k = 1; }));`],
    [`${express}function show(r, w) { r.session.k = 1; }`],
    [`${express}app.get('/', ({ data: { session } }, w) => { session.k = 1; });`],
    ["import axios from 'axios'; const api = axios.create(); api.get('/', (r, w) => { r.session.k = 1; });"],
    [
      "import { MongoClient } from 'mongodb'; const client = new MongoClient(); client.use((r) => { r.session.k = 1; });",
    ],
    ["import app from './app'; app.get('/', (r, w) => { r.session.k = 1; });"],
    ["import fastify from 'fastify'; const app = fastify(); app.addHook('onReady', (r) => { r.session.k = 1; });"],
    ['const show = (r) => show; show(show).get(1, show); show.session.k = 1;'],
  ])('%s', (code) => {
    expect(writtenIn(code)).toEqual([]);
  });
});
