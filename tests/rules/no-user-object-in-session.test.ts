import { RuleTester } from '@typescript-eslint/rule-tester';
import rule from '../../src/rules/no-user-object-in-session';

const ruleTester = new RuleTester();

const login = (statements: string): string => `app.post('/login', async (req, res) => {\n  ${statements}\n});\n`;
const serializer = (fn: string): string => `import passport from 'passport';\npassport.serializeUser(${fn});\n`;

const nest = (member: string, base = 'PassportSerializer'): string =>
  `import { PassportSerializer } from '@nestjs/passport';\nexport class SessionSerializer extends ${base} {\n  ${member}\n}\n`;

/** A strategy, and a serializer that passes on what it gave. */
const strategy = (...statements: string[]): string =>
  `${serializer('(user, done) => done(null, user)')}${statements.map((one) => `passport.use(new Strategy(async (name, password, done) => { ${one} }));\n`).join('')}` +
  'passport.deserializeUser((user, done) => done(null, user));\n';

const reported = (messageId: 'row' | 'credential' | 'serialized', codes: readonly string[]) =>
  codes.map((code) => ({ code, errors: [{ messageId }] }));

const found = 'const user = await User.findOne({ email });';

ruleTester.run('no-user-object-in-session', rule, {
  valid: [
    { name: 'an empty file', code: '' },
    // The credential is reported where it is put in, by no-secret-in-session.
    login("const user = { name: 'a', password: req.body.password }; check(user.password); req.session.user = user;"),
    login('const user = await load(); check(user.password); req.session.user = { ...user, password: user.password };'),
    ...[
      nest('serializeUser(user: User, done: CallableFunction) { done(null, user.id); }'),
      nest('serializeUser(user, done) { done(null, { id: user.id, name: user.name }); }'),
      nest('serializeUser(user, done) { const { password, ...rest } = user; done(null, rest); }'),
      nest('serializeUser(user, done) { delete user.password; done(null, user); }'),
      nest('serializeUser(username, done) { done(null, username); }'),
      nest('deserializeUser(user, done) { done(null, user); }'),
      nest('static serializeUser(user, done) { done(null, user); }'),
      nest('serializeUser(request, user, done) { done(null, user); }'),
      nest('serializeUser(user) { return user; }'),
      nest('serializeUser(user, done) { done(null, user); }', 'Serializer'),
      nest('serializeUser(user, done) { done(null, user); }').replace('@nestjs/passport', './serializer'),
      nest('[serializeUser](user, done) { done(null, user); }'),
      nest('serializeUser = serialize;'),
    ],
    ...[
      "passport.serializeUser((user, done) => done(null, typeof user === 'string' ? user : user.id));",
      'passport.use(new S({}, (a, r, profile, done) => done(null, profile))); passport.serializeUser((user, done) => done(null, user));',
      'User.findById(id, later(function (user) { req.session.user = user; }));',
      'User.findById(id, once((error, user) => { req.session.user = error; }));',
      'colours.getUserPreference(id, (error, user) => { req.session.user = user; });',
      'userStorefront.findOne(id, (error, row) => { req.session.row = row; });',
      'req.session.user = new User({ id: 1 }); req.session.user = new UserDto(await User.findById(1));',
    ].map((code) => ({ name: code, code })),
    ...[
      // Ids and single fields.
      `${found} req.session.userId = user.id;`,
      `${found} req.session.user = user.id;`,
      `${found} req.session.user = user._id.toString();`,
      `${found} req.session.email = user.email;`,
      // Picked.
      `${found} req.session.user = { id: user.id, name: user.name };`,
      `${found} req.session = { user: { id: user.id } };`,
      `${found} req.session.user = { id: 1, ...user, password: undefined };`,
      `${found} req.session.user = { ...user, ...safe };`,
      `${found} req.session.user = _.pick(user, ['id', 'name']);`,
      `${found} req.session.user = pick(user, 'id', 'name');`,
      `${found} req.session.user = omit(user, ['password']);`,
      `${found} const { password, ...rest } = user; req.session.user = rest;`,
      `${found} const { password, ...rest } = user.toObject(); req.session.user = rest;`,
      `${found} req.session.user = toSafeUser(user);`,
      `${found} req.session.user = new UserDto(user);`,
      `${found} req.session.user = user.toJSON();`,
      `${found} req.session.user = { ...user, password: undefined };`,
      `${found} req.session.user = JSON.parse(JSON.stringify(user, replacer));`,
      // Taken out before.
      `${found} delete user.password; req.session.user = user;`,
      `${found} user.password = undefined; req.session.user = user;`,
      `${found} user.passwordHash = null; req.session.user = user;`,
      `${found} if (!(await bcrypt.compare(req.body.password, user.password))) return; delete user.password; req.session.user = user;`,
      `${found} for (const key of hidden) delete user[key]; req.session.user = user;`,
      `${found} req.session.user = { ...user }; delete req.session.user.password;`,
      `${found} req.session.user = user.toObject(); req.session.user.password = undefined;`,
      // Columns chosen in the query.
      "const user = await User.findOne({ email }).select('-password'); req.session.user = user;",
      "const user = await User.findOne({ email }, 'name email'); req.session.user = user;",
      'const user = await User.findOne({ email }, { password: 0 }); req.session.user = user;',
      "const user = await User.findById(id).select('name email').lean(); req.session.user = user;",
      'const user = await prisma.user.findUnique({ where: { email }, select: { id: true, name: true } }); req.session.user = user;',
      'const user = await prisma.user.findUnique({ where: { email }, omit: { password: true } }); req.session.user = user;',
      "const user = await User.findOne({ where: { email }, attributes: { exclude: ['password'] } }); req.session.user = user;",
      'const user = await users.findOne({ email }, { projection: { password: 0 } }); req.session.user = user;',
      "const user = await knex('users').select('id', 'name').where({ email }).first(); req.session.user = user;",
      "const { rows } = await db.query('SELECT id, name FROM users WHERE email = $1', [email]); req.session.user = rows[0];",
      'const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email)); req.session.user = user;',
      'const user = await User.findOne({ ...query }); req.session.user = user;',
      'const user = await User.findOne(query, options); req.session.user = user;',
      // Rows of other tables.
      'const product = await Product.findOne({ id }); req.session.product = product;',
      'const settings = await UserSettings.findOne({ userId }); req.session.settings = settings;',
      "const { rows } = await db.query('SELECT * FROM products'); req.session.product = rows[0];",
      "const { rows } = await db.query('SELECT * FROM user_settings'); req.session.settings = rows[0];",
      "const cart = await knex('carts').where({ id }).first(); req.session.cart = cart;",
      // Nobody can say.
      'req.session.user = user;',
      'req.session.user = req.user;',
      'req.session.user = await login(req.body);',
      'const user = await authenticate(req.body); req.session.user = user;',
      'const user = await getUser(); req.session.user = user;',
      'const user = await userService.findPublicProfile(id); req.session.user = user;',
      'let user = await User.findOne({ email }); user = clean(user); req.session.user = user;',
      'const users = await User.findAll(); req.session.count = users.length;',
      // Another object than the one with the credential.
      `${found} req.session.userAgent = req.get('user-agent');`,
      `${found} const other = { name: user.password ? 1 : 2 }; req.session.other = other;`,
      // Carries a secret, and is no user: `no-secret-in-session` is there for it.
      'const requestToken = await ask(); check(requestToken.oauth_token); req.session.grant = { request: requestToken };',
      // Clears.
      'req.session.user = null;',
      // On the server, for this request.
      `${found} res.locals.user = user;`,
      `${found} req.user = user;`,
      // Not a session.
      `${found} cache.user = user;`,
      'const session = await startSession(); const user = await User.findOne({ id }); session.user = user;',
    ].map((code) => ({ code: login(code) })),
    ...[
      '(user, done) => done(null, user.id)',
      '(user, done) => { done(null, { id: user.id, name: user.name }); }',
      'function (user, done) { delete user.password; done(null, user); }',
      '(user, done) => done(null, user._id)',
      '(user, done) => done(null, toSafeUser(user))',
      '(req, user, done) => done(null, user.id)',
      '({ id }, done) => done(null, id)',
      '(user, done) => done(user)',
      // An id is handed to the verify callback as it is.
      '(username, done) => done(null, username)',
      '(id, done) => done(null, id)',
      '(user, done) => { const { id, name } = user; done(null, { id, name }); }',
    ].map((fn) => ({ code: serializer(fn) })),
    "import passport from 'passport';\npassport.deserializeUser((user, done) => done(null, user));",
    'serializeUser((user, done) => done(null, user));',
    // What the strategies of the file give has been picked.
    strategy('done(null, { id: row.id, name: row.name });'),
    `${strategy('done(null, pick(row));')}function pick(row) { return { id: row.id, name: row.name }; }`,
    strategy('if (!row) return done(null, false); return done(null, row.session_object);'),
    strategy('done(null, user.publicProfile);', "done(null, { id: 1, role: 'admin' });"),
    strategy("done(null, false, { message: 'no' }); done(null, user.claims);"),
    'function login(req, user) { req.session.user = user; }',
    "import NextAuth from 'next-auth';\nexport default NextAuth({ callbacks: { session({ session, user }) { session.user = user; return session; } } });",
  ],
  invalid: [
    ...reported('credential', [
      // What is reported elsewhere is another credential, or another place.
      login(
        'const user = await load(); check(user.password); req.session.user = { ...user, apiKey: user.apiKey };',
      ).replace('user.apiKey', 'key'),
      login(
        'const user = await load(); check(user.password); req.session.other = { password: user.password }; req.session.user = user;',
      ),
    ]),
    ...reported('serialized', [
      "passport.serializeUser((user, done) => done(null, typeof user === 'string' ? user : JSON.stringify(user)));",
      'passport.serializeUser((user, done) => done(null, ready ? user : null));',
      // The provider's profile in one strategy, and something unknown in another.
      'passport.use(new S({}, (a, r, profile, done) => done(null, profile))); passport.use(new T((name, done) => done(null, row))); passport.serializeUser((user, done) => done(null, user));',
    ]),
    ...reported('row', [
      'User.getUserById(id, function (error, user) { req.session.user = user; });',
      'User.findById(id, once(function (user) { req.session.user = user; }));',
      'User.findById(id, proxy.done(function (user) { req.session.user = user; }));',
      'User.findById(id, once((error, user) => { req.session.user = user; }));',
      `req.session.user = new User(await User.findById(1));`,
    ]),
    ...reported('serialized', [
      nest('serializeUser(user: User, done: CallableFunction) { done(null, user); }'),
      nest('serializeUser = (user, done) => done(null, user);'),
      nest('async serializeUser(account, done) { done(null, { ...account }); }'),
      "import * as nest from '@nestjs/passport';\nmodule.exports = class extends nest.PassportSerializer { serializeUser(user, done) { return done(null, user); } };",
      "const { PassportSerializer } = require('@nestjs/passport');\nclass A extends PassportSerializer { serializeUser(user, done) { done(null, user); } }",
    ]),
    ...reported(
      'row',
      [
        `${found} req.session.user = { isNew: true, ...user };`,
        `${found} req.session.user = { at, ...user.toObject(), id };`,
      ].map(login),
    ),
    ...reported(
      'serialized',
      [
        '(user, done) => done(null, user)',
        'function (user, done) { done(null, user); }',
        'function (user, cb) { process.nextTick(() => cb(null, user)); }',
        '(req, user, done) => done(null, user)',
        '(user, done) => { done(null, { ...user }); }',
        '(user, done) => done(null, JSON.stringify(user))',
        '(user: User, done) => { return done(null, user as any); }',
      ].map(serializer),
    ),
    ...reported('serialized', [
      strategy('done(null, row);'),
      strategy('done(null, { ...row });'),
      strategy('done(null, { id: row.id, password: row.password });'),
      `${strategy('done(null, whole(row));')}function whole(row) { return row; }`,
      `${strategy('done(null, copy(row));')}function copy(row) { return { id: row.id, password: row.password }; }`,
      strategy('done(null, result.user);'),
      strategy('done(null, { id: row.id });', 'done(null, row);'),
      strategy('done(null, false);'),
      strategy('done(error, { id: row.id });'),
      strategy("'done(null, {})'; /* done(null, {}) */"),
    ]),
    ...reported('serialized', [
      'module.exports = (passport) => { passport.serializeUser((user, done) => done(null, user)); };',
      "const passport = require('passport');\npassport.serializeUser(function (user, done) { done(null, user); });",
    ]),
    ...reported(
      'row',
      [
        `${found} req.session.user = user;`,
        `${found} req.session.account = user;`,
        `${found} req.session = { user };`,
        `${found} req.session.auth = { user, at: Date.now() };`,
        `${found} Object.assign(req.session, { user });`,
        `${found} req.session.user = { ...user };`,
        `${found} req.session.user = { ...user, lastSeen: Date.now() };`,
        `${found} req.session.user = user.toObject();`,
        `${found} req.session.user = user.get({ plain: true });`,
        `${found} req.session.user = user.dataValues;`,
        `${found} req.session.user = JSON.parse(JSON.stringify(user));`,
        `${found} req.session.user = Object.assign({}, user);`,
        'req.session.user = await User.findById(req.body.id);',
        "const user = await User.findOne({ email }).select('+password'); req.session.user = user;",
        'const user = await User.findOne({ email }).lean().exec(); req.session.user = user;',
        'const user = await prisma.user.findUnique({ where: { email } }); req.session.user = user;',
        'const user = await this.userRepository.findOneBy({ email }); req.session.user = user;',
        'const user = await this.usersService.findByEmail(email); req.session.user = user;',
        "const user = await db.collection('users').findOne({ email }); req.session.user = user;",
        "const user = await knex('users').where({ email }).first(); req.session.user = user;",
        'const [user] = await db.select().from(users).where(eq(users.email, email)); req.session.user = user;',
        "const { rows } = await pool.query('SELECT * FROM users WHERE email = $1', [email]); req.session.user = rows[0];",
        'const result = await pool.query(`SELECT * FROM users WHERE email = ${email}`); req.session.user = result.rows[0];',
        "const user = db.prepare('SELECT * FROM users WHERE email = ?').get(email); req.session.user = user;",
        "db.get('SELECT * FROM users WHERE id = ?', [id], (err, row) => { req.session.user = row; });",
        "connection.query('SELECT * FROM `users` WHERE id = ?', [id], function (err, rows) { req.session.user = rows[0]; });",
        'User.findOne({ email }, function (err, user) { req.session.user = user; });',
        'User.findOne({ email }).then((user) => { req.session.user = user; });',
        'User.findOne({ email }).exec((err, user) => { req.session.user = user; });',
      ].map(login),
    ),
    ...reported('row', [
      "import { getIronSession } from 'iron-session';\nexport async function POST() { const session = await getIronSession(await cookies(), options); const user = await prisma.user.findUnique({ where: { id } }); session.user = user; await session.save(); }",
      "import { createCookieSessionStorage } from 'react-router';\nconst { getSession } = createCookieSessionStorage(options);\nexport async function action({ request }) { const session = await getSession(request.headers.get('Cookie')); const user = await db.user.findFirst({ where: { id } }); session.set('user', user); }",
    ]),
    ...reported(
      'credential',
      [
        'const user = await authenticate(req.body); if (await bcrypt.compare(req.body.password, user.password)) { req.session.user = user; }',
        'const user = await load(); if (verify(user.passwordHash)) req.session.user = user;',
        'const user = users[req.body.name]; if (req.body.password === user.pass) { req.session.user = user; }',
        'const account = find(); use(account.accessToken); req.session.account = account;',
      ].map(login),
    ),
    ...reported('credential', [
      'function login(req, user) { if (check(req.body.password, user.password)) req.session.user = user; }',
    ]),
    {
      name: 'the message says where it ends up',
      code: `import session from 'express-session';\n${login(`${found} req.session.user = user;`)}`,
      errors: [
        {
          messageId: 'row' as const,
          data: { exposure: '`express-session` keeps it in clear text in the session store', credential: '' },
          line: 3,
        },
      ],
    },
  ],
});
