import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strong } from '../serve.mjs';
import { placeOf } from '../stores.mjs';

export default {
  module: 'session-file-store',
  places: {
    'default()()': placeOf(
      ({ default: storeOf }, session, options) => {
        const path = mkdtempSync(join(tmpdir(), 'session-file-store-'));
        const text = () =>
          readdirSync(path)
            .map((file) => readFileSync(join(path, file), 'utf8'))
            .join('\n');
        const close = () => rmSync(path, { recursive: true, force: true });
        return {
          open: () => new (storeOf(session))({ path, reapInterval: -1, logFn: () => undefined, ...options }),
          text,
          close,
        };
      },
      { secret: { secret: strong } },
    ),
  },
};
