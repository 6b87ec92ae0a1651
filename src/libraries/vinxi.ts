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
  sameSite: { path: ['cookie', 'sameSite'], whenAbsent: false, values: ['lax', 'strict', 'none'] },
  maxAge: { path: ['maxAge'], aliases: [['cookie', 'maxAge']], whenAbsent: false, unit: 's', rejectsTypes: ['string'] },
  expires: { path: ['cookie', 'expires'], whenAbsent: false, rejectsTypes: ['string', 'number'] },
  domain: { path: ['cookie', 'domain'], whenAbsent: false },
  path: { path: ['cookie', 'path'], whenAbsent: '/', undefinedRemoves: true },
  partitioned: { path: ['cookie', 'partitioned'], whenAbsent: false },
  name: { path: ['name'], whenAbsent: 'h3' },
};

const secrets: readonly SecretFact[] = [{ path: ['password'], minLength: 32 }];

/** The event comes first or not at all. */
const call = {
  form: 'call',
  options: [0, 1],
  attributes,
  secrets,
  storage: 'encrypted-client',
} as const satisfies Partial<Setup>;

/** `vinxi` on npm, documentation "vinxi/http": the functions of `h3` 1 without an event, for SolidStart 1. */
export const vinxi: Library = {
  module: 'vinxi',
  specifiers: ['vinxi/http', 'vinxi/server'],
  readFrom: '0.5.11',
  setups: [
    { ...call, export: ['useSession'] },
    { ...call, export: ['getSession'] },
    { ...call, export: ['updateSession'] },
    { form: 'call', export: ['sealSession'], options: [0, 1], secrets },
    { form: 'call', export: ['unsealSession'], options: [0, 1], secrets },
  ],
  cookieReads: [{ exports: [['getCookie']], name: 0 }],
  cookieWrites: [{ exports: [['setCookie']], name: 0, value: 1, options: 2, attributes: cookie }],
  sessions: [
    {
      exports: [
        ['useSession', '()'],
        ['getSession', '()'],
      ],
      writers: [{ exports: [['updateSession']], argument: 1 }],
      data: 'data',
      savedBy: ['update', 'updateSession'],
      id: ['id'],
      methods: { assign: ['update'], destroy: ['clear'] },
      storage: 'encrypted-client',
    },
  ],
};
