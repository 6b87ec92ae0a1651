/**
 * The part of the vault's module that knows the stores apart: how each of them changes an entry without a race.
 * @param adapters of the store by the scheme of its URL
 */
export const storesText = (adapters: Readonly<Record<string, string>>): string => `/**
 * Each store puts a text in place of one that has a part, in one step and in its own words. Where that one is gone,
 * because another request revoked it, or changed it, nothing is done, and the answer is false.
 */
‹type Replace = (store: Keyv['store'], text: string, place: string, part: string) => Promise<boolean>;›
‹›
const inMemory‹: Replace› = async (store, text, place, part) =>
  Boolean(store.get(place)?.includes(part) && store.set(place, text));

const inRedis‹: Replace› = async (store, text, place, part) => {
  const script = [
    "local old = redis.call('GET', KEYS[1])",
    'if not old or not old:find(ARGV[1], 1, true) then return 0 end',
    "redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])",
    'return 1',
  ].join('\\n');
  const client = await store.getClient();
  return (await client.eval(script, { keys: [place], arguments: [part, text, String(LIFE)] })) === 1;
};

const inPostgres‹: Replace› = async (store, ...values) => {
  const update = 'UPDATE public.keyv SET value = $1 WHERE key = $2 AND strpos(value, $3) > 0 RETURNING key';
  return (await store.query(update, values)).length > 0;
};

const inMysql‹: Replace› = async (store, ...values) => {
  const sql = 'UPDATE keyv SET value = ? WHERE id = ? AND instr(value, ?) > 0';
  return (await store.query({ sql, values })).affectedRows > 0;
};

const inSqlite‹: Replace› = async (store, ...values) => {
  const update = 'UPDATE keyv SET value = ? WHERE key = ? AND instr(value, ?) > 0 RETURNING key';
  return (await store.query(update, ...values)).length > 0;
};

const adapters = new Map‹<string, { name: string; replace: Replace }>›([
${Object.entries(adapters)
  .map(([scheme, name]) => `  ['${scheme}', { name: '${name}', replace: ${functionFor(name)} }],`)
  .join('\n')}
]);
`;

/** The function that changes an entry in an adapter's store: `inRedis` for `@keyv/redis@5`. */
const functionFor = (name: string): string => {
  const [, first = '', others = ''] = /^@keyv\/(.)(.*)@\d+$/.exec(name) ?? [];
  return `in${first.toUpperCase()}${others}`;
};
