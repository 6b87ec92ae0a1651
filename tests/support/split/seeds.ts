import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from '../docs-blocks';
import type { Seed } from './compare';
import { pairs } from './pairs';

const pages = readdirSync(join(__dirname, '../../../docs/rules'));

/** What the pages of the rules show. */
const shown: Seed[] = pages.flatMap((page) =>
  blocksOf(`docs/rules/${page}`)
    .filter(({ verdict }) => verdict !== undefined)
    .map(({ title, verdict, options, text, language }) => ({
      title,
      rule: page.replace('.md', ''),
      isBad: verdict === 'bad',
      // What a comment switches off is reported where the comment is not, when the parts are apart.
      text: text.replace(/^.*eslint-disable.*\n/m, ''),
      options,
      isTypeScript: language === 'ts',
    })),
);

const place = /\b(?:DOMAIN|NAME|ASSETS|SITE|PROXY|VALUE|SECRET|KEY|STORE|SECURE)\b/;

const own: Seed[] = pairs.flatMap(([rule, text, bad, good]) =>
  [bad, good].map((written) => ({
    title: `${rule}, ${written === bad ? 'bad' : 'good'}`,
    rule,
    isBad: written === bad,
    text: text.replace(place, () => written),
    options: [],
    isTypeScript: /^interface /m.test(text),
  })),
);

/** Flat programs, each with what its rule says of it alone. */
export const seeds: readonly Seed[] = [...shown, ...own];
