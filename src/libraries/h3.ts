import type { Attributes, Library, SecretFact, Setup } from './types';

/** What `setCookie` writes of itself. */
const cookie: Attributes = {
  secure: { path: ['secure'], whenAbsent: false },
  httpOnly: { path: ['httpOnly'], whenAbsent: false },
  sameSite: { path: ['sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
  expires: { path: ['expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['domain'], whenAbsent: false },
  path: { path: ['path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['partitioned'], whenAbsent: false },
};

const attributes: Attributes = {
  secure: { path: ['cookie', 'secure'], whenAbsent: true, undefinedRemoves: true },
  httpOnly: { path: ['cookie', 'httpOnly'], whenAbsent: true, undefinedRemoves: true },
  sameSite: {
    path: ['cookie', 'sameSite'],
    whenAbsent: 'lax',
    undefinedRemoves: true,
    values: ['lax', 'strict', 'none'],
    versions: [{ before: '2.0.1', whenAbsent: false, undefinedRemoves: false }],
  },
  maxAge: { path: ['maxAge'], aliases: [['cookie', 'maxAge']], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
  expires: { path: ['cookie', 'expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['cookie', 'partitioned'], whenAbsent: false },
  name: { path: ['name'], whenAbsent: 'h3' },
};

const secrets: readonly SecretFact[] = [{ path: ['password'], minLength: 32 }];

const call = {
  form: 'call',
  options: 1,
  attributes,
  secrets,
  storage: 'encrypted-client',
} as const satisfies Partial<Setup>;

const unimported = (name: string) => ({ names: [name], keys: ['password'] });

/**
 * `h3` on npm, documentation "Sessions" and "Cookies". Nitro and Nuxt import its functions by themselves into what lies
 * on the server.
 */
export const h3: Library = {
  module: 'h3',
  specifiers: ['nitro/h3', '#imports'],
  readFrom: '2.0.8',
  setups: [
    { ...call, export: ['useSession'], unimported: unimported('useSession') },
    { ...call, export: ['getSession'], unimported: unimported('getSession') },
    { ...call, export: ['updateSession'], unimported: unimported('updateSession') },
    { form: 'call', export: ['sealSession'], options: 1, secrets },
    { form: 'call', export: ['unsealSession'], options: 1, secrets },
    { form: 'typed', export: ['SessionConfig'], attributes, secrets, storage: 'encrypted-client' },
  ],
  cookieWrites: [
    {
      exports: [['setCookie']],
      unimported: { names: ['setCookie'], first: ['event', '_event', 'evt', 'h3Event'] },
      name: 1,
      value: 2,
      options: 3,
      attributes: cookie,
    },
  ],
  cookieReads: [{ exports: [['getCookie']], name: 1 }],
  sessions: [
    {
      exports: [
        ['useSession', '()'],
        ['getSession', '()'],
      ],
      types: [['Session'], ['SessionManager']],
      writers: [{ exports: [['updateSession']], argument: 2 }],
      data: 'data',
      savedBy: ['update', 'updateSession'],
      id: ['id'],
      methods: { assign: ['update'], destroy: ['clear'] },
      storage: 'encrypted-client',
    },
  ],
};
