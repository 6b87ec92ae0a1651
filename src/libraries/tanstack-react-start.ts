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
  name: { path: ['name'], whenAbsent: 'start' },
};

const secrets: readonly SecretFact[] = [{ path: ['password'], minLength: 32 }];

const call = {
  form: 'call',
  options: 0,
  attributes,
  secrets,
  storage: 'encrypted-client',
  onlyIn: { from: '1.132.0' },
} as const satisfies Partial<Setup>;

/**
 * `@tanstack/react-start` on npm, documentation "Authentication"; the functions of an early `h3` 2 without an event.
 * Sessions are in versions 1.132 to 1.169.35 of the core; the first and the last of them were run.
 */
export const tanstackReactStart: Library = {
  module: '@tanstack/react-start',
  specifiers: ['@tanstack/react-start/server', '@tanstack/solid-start/server', '@tanstack/start-server-core'],
  readFrom: '1.169.5',
  setups: [
    { ...call, export: ['useSession'] },
    { ...call, export: ['getSession'] },
    { ...call, export: ['updateSession'] },
    { form: 'call', export: ['sealSession'], options: 0, secrets, onlyIn: { from: '1.132.0' } },
    { form: 'call', export: ['unsealSession'], options: 0, secrets, onlyIn: { from: '1.132.0' } },
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
