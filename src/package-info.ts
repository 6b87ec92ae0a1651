import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name, version and homepage from our own package.json: written there once, read wherever they are shown. */
export const packageInfo = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  homepage: string;
};
