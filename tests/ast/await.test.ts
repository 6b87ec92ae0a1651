import { describe, expect, it } from 'vitest';
import { awaitPlaceOf, canBeAsync } from '../../src/ast/await';
import { inFile, probedIn } from '../support/probe';

const placeOf = (code: string) =>
  inFile(code, (file) => {
    const place = awaitPlaceOf(probedIn(file)[0]!);
    return place.state === 'sync' ? (canBeAsync(place.fn, file.sourceCode) ? 'can be' : 'sync') : place.state;
  });

describe('awaitPlaceOf', () => {
  it.each([
    ['async function f() { probe(x) }', 'legal'],
    ['const f = async () => probe(x)', 'legal'],
    ['class A { async m() { probe(x) } }', 'legal'],
    ['async function* f() { probe(x) }', 'legal'],
    ['async () => { for (;;) { if (a) { probe(x) } } }', 'legal'],
    ['function f() { probe(x) }', 'sync'],
    ['async () => [1].map((a) => probe(x))', 'sync'],
    ['class A { get a() { return probe(x) } }', 'sync'],
    ['class A { constructor() { probe(x) } }', 'sync'],
    ['new Strategy(options, (token, done) => { probe(x) })', 'sync'],
    ['passport.serializeUser((user, done) => { probe(x) })', 'sync'],
    ["app.get('/', (req, res) => probe(x))", 'sync'],
    ["app.get('/', (req, res) => { probe(x) })", 'can be'],
    ["router.post('/', a, function (req, res, next) { probe(x) })", 'can be'],
    ['app.use((req, res, next) => { probe(x) })', 'can be'],
    ["app.get('/', (c) => { probe(x) })", 'can be'],
    ['app.get(routes.login, ({ session }) => { probe(x) })', 'can be'],
    ["app.get('/', function (req, res) { probe(x) })", 'can be'],
    ["app.get('/', function once(req, res) { probe(x) })", 'can be'],
    ["app.get('/', function again(req, res) { probe(x); again(req, res) })", 'sync'],
    ["app.get('/', function again(req, res) { probe(x); queue.push(again) })", 'sync'],
    ["const app = new Hono().get('/', (c) => { probe(x) })", 'can be'],
    ['const app = express().use((req, res) => { probe(x) })', 'can be'],
    ['const row = table.get(key, (found, request) => { probe(x) })', 'sync'],
    ['call(table.get(key, (found, request) => { probe(x) }))', 'sync'],
    ["router.get('user', '/users/:id', (ctx) => { probe(x) })", 'can be'],
    // Whose result is used, for all we know; a verify callback, a serializer, a constructor, a getter, a generator.
    ["cache.get('user', (key, old) => { probe(x) })", 'sync'],
    ['app.use((app) => { probe(x) })', 'sync'],
    ['const names = users.all((user) => { return probe(x) })', 'sync'],
    ["app.get('/', { load: (req, res) => { probe(x) } })", 'sync'],
    ['passport.use(new Strategy((req, name, done) => { probe(x) }))', 'sync'],
    ['passport.deserializeUser((req, id, done) => { probe(x) })', 'sync'],
    ["app.get('/', passport.authenticate('local', (error, user) => { probe(x) }))", 'sync'],
    ["app.get('/', (req, res) => { list.map((one) => { probe(x) }) })", 'sync'],
    ['app.use(class { constructor(req, res) { probe(x) } })', 'sync'],
    ['const a = { get b() { return probe(x) } }', 'sync'],
    ["app.get('/', function* (req, res) { probe(x) })", 'never'],
    ['load().then((token) => { probe(x) })', 'can be'],
    ['load().finally(() => { probe(x) })', 'can be'],
    ['load().then((token) => probe(x))', 'sync'],
    ['load()[then]((token) => { probe(x) })', 'sync'],
    ['items.forEach((item) => { probe(x) })', 'sync'],
    ['new Promise((resolve) => { probe(x) })', 'sync'],
    ['probe(x)', 'never'],
    ['function* f() { probe(x) }', 'never'],
    ['async (a = probe(x)) => {}', 'never'],
    ['class A { a = probe(x) }', 'never'],
    ['class A { static { probe(x) } }', 'never'],
  ])('%s: %s', (code, state) => expect(placeOf(code)).toBe(state));
});
