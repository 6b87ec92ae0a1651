import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lint, shown } from '../support/lint';

const folder = mkdtempSync(join(tmpdir(), 'older-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('fastify-secure-session', () => {
  const sameSiteIn = (module: string, range: string, options: string): string[] => {
    const project = join(folder, `${module.replace('/', '-')}-${range}`);
    mkdirSync(project, { recursive: true });
    writeFileSync(join(project, 'package.json'), JSON.stringify({ dependencies: { [module]: range } }));
    const text = `app.register(require('${module}'), ${options});`;
    const found = shown(lint(text, { filename: join(project, 'app.js'), cwd: folder, sourceType: 'commonjs' }));
    return found.filter((line) => line.startsWith('require-same-site'));
  };

  it.each(['^2.3.1', '2.0.0', '^3.2.0'])('has no default of its own in %s', (range) => {
    expect(sameSiteIn('fastify-secure-session', range, '{ key, cookie: { secure: true } }')).toEqual([
      'require-same-site-cookie 1',
    ]);
    expect(sameSiteIn('fastify-secure-session', range, "{ key, cookie: { secure: true, sameSite: 'lax' } }")).toEqual(
      [],
    );
    expect(sameSiteIn('fastify-secure-session', range, '{ key, ...options }')).toEqual([]);
  });

  it.each(['^4.0.0', '^8.4.0', '*'])('may have one in %s', (range) => {
    expect(sameSiteIn('@fastify/secure-session', range, '{ key, cookie: { secure: true } }')).toEqual([]);
  });
});
