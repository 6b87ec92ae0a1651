/** Programs that no walk may get lost in: definitions in circles, in long rows, and nested as deep as a parser can follow. */

/** What may be asked about an expression, all in one program. */
const askedAbout = (expression: string): string => `
app.use(require('express-session')({ secret: ${expression}, cookie: { maxAge: ${expression}, secure: ${expression} } }));
app.use(require('express-session')(${expression}));
req.session.accessToken = ${expression};
req.session.user = ${expression};
req.session[${expression}] = token;
res.cookie('sid', ${expression}, ${expression});
res.setHeader('Set-Cookie', ${expression});
console.log(${expression});
res.redirect(${expression});
`;

const named = (text: string): string => {
  const names = [
    'session',
    'cookies',
    'cookie',
    'secret',
    'options',
    'user',
    'key',
    'ttl',
    'a',
    'b',
    'c',
    'd',
    'o',
    's',
    'f()',
    'g()',
    'session()',
    'a.b',
  ];
  const used = names.filter((name) => new RegExp(`\\b${name.match(/^\w+/)![0]}\\b`).test(text));
  return `${text}\n${used.map(askedAbout).join('')}`;
};

/** Definitions that lead back to themselves, under names of ours and of others. */
const bareCircles: Record<string, string> = {
  'a call of itself': 'const session = session();',
  'an awaited call of itself':
    "import { cookies } from 'next/headers';\nexport async function GET() {\n  const cookies = await cookies();\n  return cookies.get('session');\n}",
  'a call written later': 'let session; session = session();',
  'a pattern of a call of itself':
    'const { getSession } = getSession(); const { data: session } = session(); const [cookie] = cookie();',
  'a pattern with a default': 'const { session = session() } = session(); const [cookies = cookies()] = cookies();',
  'patterns of each other': 'var { a } = b(), { b } = a(); b(session);',
  'three of each other': 'const a = b(), b = c(), c = a(); a(session); b.use(cookies()); c.x.y({ secret: a });',
  'an application of itself':
    'const app = app(); app.use(session({})); const router = router.use(router); router.get("/", (req) => req.session);',
  constructions: 'const session = new session(); const Store = new Store(new Store()); session({ store: Store });',
  'members of calls':
    'const session = session.session().session; const cookies = cookies().get(cookies); const a = a.b.c(); a.session.x = 1;',
  'optional calls': 'const session = session?.(); const cookies = cookies?.x?.();',
  'sequences and tags':
    'const session = (0, session)(); const cookie = cookie`x`; const secret = (0, secret.x)(secret);',
  'interop and require':
    "const session = __importDefault(session); const require = require('express-session'); require('koa-session'); const load = createRequire(load); load('express-session')({ secret: 'x' }); const { createRequire } = createRequire(createRequire);",
  imports: 'const session = await import(session); const cookies = (await import(cookies)).default();',
  functions:
    'function session() { return session(); } const getSession = () => getSession(); const f = async () => (await g()).session; const g = () => f(); f().accessToken = g(); session().user = await f();',
  'functions given to themselves':
    'function login(req) { login(login); return login(req.session, () => login(req)); } const save = (s) => save(save(s)); save(req.session);',
  'functions that hand on what they are handed':
    'function a(b) { a(b); c(b); } function c(d) { a(d); c(() => d(req.session)); } a((s) => { s.accessToken = t; }); c(a);',
  'parameters with defaults of themselves':
    'function f(session = session()) { session.accessToken = t; } function g(session = g()) { session.user = u; } const h = (req = h(req)) => req.session;',
  'fields and methods':
    'class A { session = this.session(); token = this.secret; secret = this.token; make() { return this.make(); } go() { this.session.accessToken = this.make(); require("express-session")({ secret: this.token }); require("express-session")(this.make()); } }',
  alternatives:
    'const session = session || session(); const secret = secret ?? secret(); let cookie = cookie ? cookie : cookie(); cookie = cookie && cookie(); require("express-session")({ secret, cookie });',
  'spreads and lists':
    'const session = { ...session, session }; const options = [options, ...options]; const a = { ...b, a }, b = { ...a, b }; require("express-session")(a); require("express-session")(...options); req.session = { ...req.session, a };',
  merges:
    'const o = Object.assign(o, o, { o }); Object.assign(req.session, req.session, o); o.o = o; o.o.o = o.o; require("express-session")(o); require("express-session")(o.o.o.o);',
  texts:
    'const secret = secret + secret; const key = `${key}${key}`; const a = a.concat(a), b = [b].join(b), c = c.slice(c).toString(c); let d = d; d += d + d; require("express-session")({ secret: [secret, key, a, b, c, d] });',
  'texts of each other':
    'let a = b + c, b = `${a}${c}`, c = a.concat(b); a += b; b += c; c += a; res.setHeader("Set-Cookie", a); console.log(b + req.session); res.cookie("sid", c); require("express-session")({ secret: a });',
  cookies:
    'let cookie = `sid=${cookie}`; cookie += cookie; cookie = cookie; res.setHeader("Set-Cookie", cookie); res.setHeader("Set-Cookie", [cookie, ...cookie]); const options = { ...options, cookie: options }; options.secure = options; res.cookie("sid", cookie, options);',
  numbers:
    'const ttl = ttl * 1000, age = 60 * day, day = age * 24, ms = ms(ms); require("express-session")({ cookie: { maxAge: ttl } }); res.cookie("sid", id, { maxAge: day, expires: new Date(Date.now() + age) }); require("cookie-session")({ maxAge: ms });',
  keys: 'const key = key; req.session[key] = token; const name = map[name], map = { [name]: map[name], [map[key]]: name }; req.session[name] = token; req.session[map[name]] = req.session[map[name]];',
  loggers:
    'const logger = logger.child(logger()), log = log(log), { info } = info; logger.info(req.session); log(req.session); info(req.session);',
  users:
    'const user = await user.findOne(user), { id } = id, account = { ...account, user: account }; req.session.user = user; req.session.user = account; req.session.user = { ...req.session.user, user: req.session.user }; passport.serializeUser((user, done) => done(null, user));',
  sessions:
    'const s = s.session, session = session.session; let a = req.session, b = a; a = b; b = a; a.accessToken = b.accessToken; const { c = c, ...rest } = rest; rest.token = c; s.x = session.accessToken; req.session = req.session.session = req.session;',
  leaks:
    'let a = JSON.stringify(a), b = { ...req.session, b }, c = [b, c]; a = a + b; b.b = b; c.push(c); console.log(a, b, c); res.json(b.b.b); res.send(`${a}${c}`); const d = (() => d)(); console.log(d); function out(x) { out(x); console.log(x); } out(req.session);',
  environment:
    'process.env.SESSION_SECRET = process.env.SESSION_SECRET; const config = { ...config, secret: config.secret || process.env.X }; config.secret = config.secret; require("express-session")({ secret: config.secret }); const isProd = !isProd; require("express-session")({ cookie: { secure: isProd } });',
  'what leaves nothing':
    'while (session) session = session(); for (const session of session()); for (const session in session) session[session] = session; do { var cookie = cookie() } while (cookie); try { throw session } catch (session) { session = session(); }',
};

/** Each with all questions about all that it names. */
export const circles = Object.fromEntries(Object.entries(bareCircles).map(([name, text]) => [name, named(text)]));

/** The same for TypeScript alone. */
export const circlesOfTypes: Record<string, string> = {
  using: 'using session = session(); async function f() { await using cookies = cookies(); cookies.get("session"); }',
  assertions:
    'const session = session!()!.x as any; const cookies = cookies() as any; const s = (s satisfies X)(); session.accessToken = cookies;',
  interfaces:
    "declare module 'express-session' { interface SessionData extends SessionData { accessToken: string } interface A extends B {} interface B extends A { apiKey: string } interface SessionData extends A, C<C<A>> {} }",
  types:
    "import { getIronSession, IronSession } from 'iron-session'; type A = A; type B = C & A; type C = B | { apiKey: string; c: C }; interface D extends B { d: D; password: string } getIronSession<A>(); getIronSession<B>(req, res, options); getIronSession<D>(); let x: IronSession<C>; x.apiKey = k; type S = IronSession<S>; const s: S = s; s.apiKey = k;",
  'names of types':
    'import S = S.S; import T = U.V; import U = T.T; declare let s: S.S.S, t: U; s.session.accessToken = t; namespace N { export import N = N.N; } let n: N.N.Session;',
  enums:
    'enum E { session = E.session, A = B, B = A, C = E["C"], D = `${E.D}` } req.session[E.session] = t; req.session[E.A] = t; req.session[E.D] = t; require("express-session")({ secret: E.C });',
  'classes of themselves':
    "import { Session } from '@nestjs/common'; class A extends A { constructor(private session: A, @Session() s = s) { super(s.session = s); this.session = this.session; } session2 = this.session2!.session; }",
};

const row = (n: number, one: (last: string, next: string, index: number) => string): string =>
  Array.from({ length: n }, (_, index) => one(`a${index}`, `a${index + 1}`, index)).join('\n');

/** Definitions in a row, each of the one before: `n` of them. */
export const rows: Record<string, (n: number) => string> = Object.fromEntries(
  Object.entries<(last: string, next: string, index: number) => string>({
    calls: (last, next) => `const ${next} = ${last}();`,
    'awaited calls of members': (last, next) => `const ${next} = await ${last}.get();`,
    constructions: (last, next) => `const ${next} = new ${last}();`,
    aliases: (last, next) => `const ${next} = ${last};`,
    members: (last, next) => `const ${next} = ${last}.b;`,
    patterns: (last, next) => `const { b: ${next} } = ${last};`,
    'patterns with defaults': (last, next) => `const { b: ${next} = ${last} } = c;`,
    lists: (last, next) => `const [${next}] = ${last};`,
    'functions that return': (last, next) => `const ${next} = () => ${last}();`,
    'declared functions': (last, next) => `function ${next}(req) { return ${last}(req); }`,
    'functions that use': (last, next) =>
      `function ${next}(req, session) { ${last}(req, session); session.accessToken = t; }`,
    sums: (last, next) => `const ${next} = ${last} + 'x';`,
    templates: (last, next) => `const ${next} = \`\${${last}}x\`;`,
    products: (last, next) => `const ${next} = ${last} * 1000;`,
    alternatives: (last, next) => `const ${next} = ${last} || 'x';`,
    conditions: (last, next) => `const ${next} = c ? ${last} : 'x';`,
    'spread objects': (last, next) => `const ${next} = { ...${last} };`,
    'objects of objects': (last, next) => `const ${next} = { cookie: ${last} };`,
    'lists of lists': (last, next) => `const ${next} = [${last}];`,
    'merged objects': (last, next) => `const ${next} = Object.assign({}, ${last});`,
    'methods of texts': (last, next) => `const ${next} = ${last}.concat('x');`,
    'functions that hand on a callback': (last, next) => `const ${next} = (f) => ${last}(f);`,
    'calls with an argument': (last, next) => `const ${next} = String(${last});`,
    'JSON and back': (last, next) => `const ${next} = JSON.parse(JSON.stringify(${last}));`,
    'writes of names': (last, next) => `let ${next}; ${next} = ${last}; ${next} = ${last};`,
    'writes into each other': (last, next) => `const ${next} = {}; ${next}.b = ${last}; ${last}.c = ${next};`,
    callbacks: (last, next) => `let ${next}; ${last}.on('x', (y) => { ${next} = y; });`,
    'computed writes': (last, next) => `const ${next} = {}; ${next}[${last}] = 'x'; ${last}[${next}.b] = ${next};`,
    'sums of two': (last, next) => `const ${next} = ${last} + ${last};`,
    'choices of two': (last, next) => `const ${next} = c ? ${last} : ${last}.b;`,
    'objects of two': (last, next) => `const ${next} = { ...${last}, secret: ${last}.secret || 'x', cookie: ${last} };`,
    'lists of two': (last, next) => `const ${next} = [${last}, ${last}].join(${last});`,
    'calls of two': (last, next) => `function ${next}(req) { ${last}(req); return ${last}(req); }`,
    routers: (last, next) =>
      `const ${next} = require('express').Router(); ${next}.use('/x', ${last}); ${next}.post('/login', (req) => { req.session.user = ${next}; });`,
    'constant keys': (last, next) => `const ${next} = { [${last}]: 'x' }[${last}];`,
  }).map(([name, one]) => [
    name,
    (n) => `const a0 = require('express-session');\n${row(n, one)}\n${askedAbout(`a${n}`)}\na${n}({ secret: 'x' });`,
  ]),
);

/** From a session on, which other questions are asked about. */
export const sessionRows: Record<string, (n: number) => string> = Object.fromEntries(
  (
    [
      'aliases',
      'members',
      'patterns',
      'sums',
      'templates',
      'spread objects',
      'JSON and back',
      'calls with an argument',
      'alternatives',
      'lists of lists',
    ] as const
  ).map((name) => [`${name} of a session`, (n) => rows[name]!(n).replace(/^.*\n/, 'const a0 = req.session;\n')]),
);

export const rowsOfTypes: Record<string, (n: number) => string> = {
  'aliases of types': (n) =>
    `import { getIronSession } from 'iron-session';\ninterface A0 { apiKey: string }\n${row(n, (last, next) => `type A${next.slice(1)} = A${last.slice(1)} & { x: 1 };`)}\ngetIronSession<A${n}>(req, res, options);`,
  'interfaces of interfaces': (n) =>
    `declare module 'express-session' {\ninterface A0 { apiKey: string }\n${row(n, (last, next) => `interface A${next.slice(1)} extends A${last.slice(1)} {}`)}\ninterface SessionData extends A${n} {} }`,
  'members of enums': (n) =>
    `enum E { a0 = 'session',\n${row(n, (last, next) => `${next} = E.${last},`)} }\nreq.session[E.a${n}] = t;`,
  fields: (n) =>
    `class A { a0 = req.session;\n${row(n, (last, next) => `${next} = this.${last};`)}\nm() { this.a${n}.accessToken = t; require('express-session')(this.a${n}); console.log(this.a${n}); } }`,
  'imports of names': (n) =>
    `import a0 = require('express-session');\n${row(n, (last, next) => `import ${next} = ${last}.b;`)}\na${n}({ secret: 'x' });`,
};

const times = (n: number, text: string): string => text.repeat(n);

/** Expressions that are nested, or go on, `n` times. */
const deepExpressions: Record<string, (n: number) => string> = {
  members: (n) => `req.session${times(n, '.a')}`,
  'optional members': (n) => `req?.session${times(n, '?.a')}`,
  'computed members': (n) => `req.session${times(n, '["a"]')}`,
  'calls of calls': (n) => `session${times(n, '()')}`,
  methods: (n) => `require('express-session')(o)${times(n, '.then((x) => x)')}`,
  'methods of a session': (n) => `req.session.token${times(n, '.trim()')}`,
  'methods of texts': (n) => `'secret'${times(n, ".concat('x')")}`,
  'methods of hashes': (n) => `crypto.createHash('md5')${times(n, ".update('x')")}.digest('hex')`,
  arguments: (n) => `${times(n, 'session(')}req.session${times(n, ')')}`,
  'arguments of String': (n) => `${times(n, 'String(')}req.session${times(n, ')')}`,
  'arguments of merges': (n) => `${times(n, 'Object.assign({}, ')}req.session${times(n, ')')}`,
  'arguments of freezing': (n) => `${times(n, 'Object.freeze(')}{ secret: 'x' }${times(n, ')')}`,
  sums: (n) => `req.session.a${times(n, " + 'x'")}`,
  'sums of literals': (n) => `'sid=1'${times(n, " + '; Secure'")}`,
  'sums to the right': (n) => `${times(n, "'x' + (")}req.session.token${times(n, ')')}`,
  products: (n) => `1000${times(n, ' * 60')}`,
  alternatives: (n) => `req.session.a${times(n, " || 'x'")}`,
  'nullish alternatives to the right': (n) => `${times(n, 'x ?? (')}'secret'${times(n, ')')}`,
  conjunctions: (n) => `req.session.a${times(n, ' && b')}`,
  conditions: (n) => `${times(n, 'x ? req.session.a : ')}'secret'`,
  'conditions in conditions': (n) => `${times(n, 'x ? ')}'secret'${times(n, ' : b')}`,
  'tests in tests': (n) => `${times(n, '(')}req.session.a${times(n, ' ? a : b)')}`,
  sequences: (n) => `(${times(n, 'a, (')}req.session${times(n, ')')})`,
  lists: (n) => `${times(n, '[')}req.session${times(n, ']')}`,
  'spread lists': (n) => `${times(n, '[...')}req.session${times(n, ']')}`,
  objects: (n) => `${times(n, '{ cookie: ')}req.session${times(n, ' }')}`,
  'spread objects': (n) => `${times(n, '{ ...')}req.session${times(n, ' }')}`,
  negations: (n) => `${times(n, '!')}req.session.a`,
  signs: (n) => `${times(n, '- ')}req.session.a`,
  awaits: (n) => `${times(n, 'await ')}req.session`,
  assignments: (n) => `(${times(n, 'req.session.accessToken = ')}token)`,
  'assignments of names': (n) => `(${times(n, 'a = ')}req.session)`,
  templates: (n) => `${times(n, '`a${')}req.session.a${times(n, '}`')}`,
  'long templates': (n) => `\`sid=\${id}${times(n, '; a=${req.session.a}')}\``,
  functions: (n) => `${times(n, '() => ')}req.session`,
  'functions called': (n) => `${times(n, '(() => ')}req.session${times(n, ')()')}`,
  'function expressions': (n) => `${times(n, 'function () { return ')}req.session${times(n, ' }')}`,
  'handlers in handlers': (n) => `${times(n, "app.get('/', (req) => ")}req.session.a${times(n, ')')}`,
  constructions: (n) => `${times(n, 'new session(')}req.session${times(n, ')')}`,
  conversions: (n) => `${times(n, 'Buffer.from(')}req.session.a${times(n, ')')}`,
  loads: (n) => `${times(n, 'require(')}'express-session'${times(n, ')')}`,
  classes: (n) => `${times(n, 'class { a = ')}req.session${times(n, ' }')}`,
  'wrapped in JSX': (n) => `${times(n, '<a>')}{req.session.accessToken}${times(n, '</a>')}`,
};

/** Each asked about in one program, by every question there is. */
export const deep: Record<string, (n: number) => string> = Object.fromEntries(
  Object.entries(deepExpressions).map(([name, expression]) => [name, (n) => askedAbout(expression(n))]),
);

/** Statements, patterns and the like, nested or in a row. */
export const deepStatements: Record<string, (n: number) => string> = {
  blocks: (n) => `${times(n, '{ ')}req.session.accessToken = t; console.log(req.session);${times(n, ' }')}`,
  branches: (n) =>
    `${times(n, 'if (req.session.a) { ')}req.session.accessToken = t; require('express-session')({ secret: 'x' });${times(n, ' }')}`,
  'branches in a row': (n) =>
    `app.post('/login', (req, res) => { ${times(n, 'if (a) req.session.user = u; else ')}res.redirect('/'); });`,
  loops: (n) => `${times(n, 'for (;;) ')}req.session.accessToken = t;`,
  labels: (n) => `${Array.from({ length: n }, (_, index) => `l${index}: `).join('')}req.session.accessToken = t;`,
  tries: (n) => `${times(n, 'try { ')}req.session.destroy();${times(n, ' } catch {}')}`,
  switches: (n) => `${times(n, 'switch (req.session.a) { case 1: ')}delete req.session.accessToken;${times(n, ' }')}`,
  'declared functions': (n) =>
    `${times(n, 'function f(req) { ')}req.session.accessToken = t; return f(req);${times(n, ' }')}`,
  classes: (n) => `${times(n, 'class A { m() { ')}req.session.accessToken = this.m();${times(n, ' } }')}`,
  patterns: (n) => `const ${times(n, '{ session: ')}{ accessToken }${times(n, ' }')} = req;`,
  'patterns of lists': (n) => `const ${times(n, '[')}session${times(n, ']')} = req.session; session.accessToken = t;`,
  // The scope analysis of typescript-eslint doubles its work with each of these, with or without a rule.
  'patterns with defaults': (n) =>
    `const ${times(Math.min(n, 12), '{ session: ')}{ accessToken }${times(Math.min(n, 12), ' = {} }')} = req;`,
  'written patterns': (n) => `(${times(n, '{ a: ')}req.session.accessToken${times(n, ' }')} = x);`,
  parameters: (n) =>
    `function f(${times(n, '{ session: ')}{ accessToken }${times(n, ' }')}) { console.log(accessToken); }`,
  callbacks: (n) => `${times(n, 'req.session.regenerate(() => { ')}req.session.user = u;${times(n, ' });')}`,
  promises: (n) =>
    `login()${times(n, '.then(() => { req.session.a = 1; })')}.then(() => { req.session.accessToken = t; });`,
  routes: (n) => `app${times(n, ".get('/', (req, res) => { res.json(req.session); })")};`,
  routers: (n) => `app${times(n, '.use(session({ secret }))')};`,
};

export const deepTypes: Record<string, (n: number) => string> = {
  assertions: (n) => askedAbout(`(req.session${times(n, ' as any')})`),
  marks: (n) => askedAbout(`req.session${times(n, '!')}`),
  'type arguments': (n) =>
    `import { IronSession } from 'iron-session'; let x: ${times(n, 'IronSession<')}{ apiKey: string }${times(n, '>')}; x.apiKey = k;`,
  unions: (n) =>
    `declare module 'express-session' { interface SessionData { accessToken: string${times(n, ' | string')} } }`,
  'object types': (n) =>
    `declare module 'express-session' { interface SessionData { a: ${times(n, '{ a: ')}{ accessToken: string }${times(n, ' }')} } }`,
  'lists of types': (n) =>
    `declare module 'express-session' { interface SessionData { accessToken: string${times(n, '[]')} } }`,
  'qualified names': (n) => `import S from 'express-session'; let x: S${times(n, '.Session')}; x.accessToken = t;`,
  'conditional types': (n) =>
    `declare module 'express-session' { interface SessionData { accessToken: ${times(n, 'A extends B ? C : ')}string } }`,
  modules: (n) => `${times(n, 'namespace N { ')}interface SessionData { accessToken: string }${times(n, ' }')}`,
  'tuples and functions': (n) =>
    `declare module 'express-session' { interface SessionData { accessToken: ${times(n, '[')}() => string${times(n, ']')} } }`,
};
