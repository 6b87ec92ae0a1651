import { readFileSync } from 'node:fs';
import { fetched } from '../survey/fetch.mjs';
import { filesOf } from '../survey/files.mjs';

/**
 * Packages of the survey, with servers and libraries of all kinds, that parsers can read throughout. Each is fetched once
 * in the version that the survey has pinned.
 */
const NAMES = [
  ...[
    '@flowfuse/flowfuse',
    '@foal/core',
    '@hmcts/one-per-page',
    '@saltcorn/server',
    '@vendure/core',
    'ep_etherpad-lite',
  ],
  ...[
    'express-cart',
    'express-openid-connect',
    'flowise',
    'ghost',
    'grant',
    'hof',
    'oidc-provider',
    'remix-utils',
    'sails',
  ],
  ...['solid-server', 'supertokens-node', 'unleash-server', '@auth/core', '@budibase/server', 'next-auth'],
];

/** What makes a file one that is full of sessions: so many of these words, whatever its length. */
const LEAST_WORDS = 10;
const WORD = /session|cookie/gi;

/** The servers of the survey. */
export const { servers } = JSON.parse(readFileSync(new URL('../survey/packages.json', import.meta.url), 'utf8'));

/** There are over 7,000 files, of which these say as much in a seventh of the time. */
const SHARE = 7;

/** Files of programs whose business is sessions for a good part, as a run of ESLint meets them: most hold no session. */
export const filesOfServers = () => allFiles().filter((_, index) => index % SHARE === 0);

/** Of the same programs, all files that are full of sessions. */
export const fullestFiles = () => allFiles().filter(({ text }) => (text.match(WORD)?.length ?? 0) >= LEAST_WORDS);

function allFiles() {
  return servers
    .filter(({ name }) => NAMES.includes(name))
    .flatMap((one) =>
      filesOf(fetched(one), one.folders).files.map(({ path, text }) => ({ path: `/${one.name}/${path}`, text })),
    )
    .filter(({ path }) => /\.[cm]?[jt]s$/.test(path));
}
