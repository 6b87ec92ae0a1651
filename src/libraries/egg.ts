import type { Library } from './types';

/**
 * Environments whose configuration runs for others than the developer; those of developers' machines and tests do not.
 */
const environments = [
  'default',
  'prod',
  'production',
  'pre',
  'stage',
  'staging',
  'beta',
  'gray',
  'daily',
  'sit',
  'online',
];

/**
 * `egg` on npm, documentation "Cookie Secret Key": a text, with commas between several keys, in a file that Egg reads
 * by its place. They sign cookies, and encrypt those that ask for it, the session's among them. Midway keeps to both
 * names.
 */
export const egg: Library = {
  module: 'egg',
  readFrom: '3.34.0',
  setups: [
    {
      form: 'config',
      files: environments.map((environment) => `config/config.${environment}`),
      path: ['keys'],
      secrets: [{ path: [] }],
    },
  ],
};
