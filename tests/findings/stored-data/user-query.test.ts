import { expect, it } from 'vitest';
import { isUserQuery, namesPeople } from '../../../src/findings/stored-data/user-query';
import { inFile, probedIn } from '../../support/probe';

const isQuery = (code: string, isOne = false): boolean =>
  inFile(`probe(${code})`, (file) => isUserQuery(probedIn(file)[0]!, isOne, file));

it.each([
  'User.findOne({ email })',
  'models.User.findByPk(id)',
  'User.findOne({ email }).populate("team").lean()',
  'User.findOne({ email }, null)',
  'prisma.user.findUnique(byId)); const byId = { where: { id } }; use(byId',
  'User.findOne(filter)',
  'prisma.user.findUniqueOrThrow({ where: { id } })',
  'this.#usersRepository.findOneByOrFail({ id })',
  "knex('users').where({ id }).first()",
  "db.collection('users').findOne({ id })",
  'pool.query(\'select * from "public"."users" u\')',
  'sql.unsafe(`SELECT * FROM users WHERE id = ${id}`)',
])('%s', (code) => expect(isQuery(code)).toBe(true));

it.each([
  'User',
  'findOne({ email })',
  'User.create({ email })',
  'User.count()',
  'Product.findOne({ id })',
  'UserSettings.findOne({ id })',
  'User.findOne({ email }).select("name")',
  'User.findOne({ email }, "name")',
  'User.findOne({ email }, { password: false })',
  'User.findOne(...args)',
  'prisma.user.findUnique(byId)); const byId = { where: { id }, select: { name: true } }; use(byId',
  'User.findPublic(id)',
  'users.find({ id })',
  "pool.query('SELECT id FROM users')",
  "pool.query('SELECT * FROM user_tokens')",
  'a[b].findOne()',
])('not %s', (code) => expect(isQuery(code)).toBe(false));

it('takes one row out of a list', () => {
  expect(isQuery('db.select().from(users)')).toBe(false);
  expect(isQuery('db.select().from(users)', true)).toBe(true);
  expect(isQuery('db.select({ id: users.id }).from(users)', true)).toBe(false);
});

it.each(['User', 'users', 'UserModel', 'usersRepository', 'adminUser', 'account'])('%s is somebody', (name) =>
  expect(namesPeople(name)).toBe(true),
);
it.each(['', 'userId', 'username', 'userSettings', 'order', 'model'])('%s is nobody', (name) =>
  expect(namesPeople(name)).toBe(false),
);
