import { describe, expect, it } from 'vitest';
import { fix } from '../support/lint';

const options = { settings: { vault: { module: '#session-vault' } }, preset: 'recommended' } as const;

const handler = (...statements: string[]): string =>
  ["import { vault } from '#session-vault';", "app.get('/', async (req, res) => {", ...statements, '});', ''].join(
    '\n',
  );

describe('a report that a comment switches off', () => {
  it.each([
    [
      'req.session.accessToken = a; // eslint-disable-line session-secrets/no-secret-in-session -- SEC-1',
      'use(req.session.accessToken);',
    ],
    ['// eslint-disable-next-line', 'req.session.accessToken = a;', 'use(req.session.accessToken);'],
    [
      '/* eslint-disable session-secrets/prefer-vault-read */',
      'use(req.session.accessToken);',
      '/* eslint-enable */',
      'req.session.accessToken = a;',
    ],
  ])('keeps every use of the secret where it is: %s', (...statements) => {
    const code = handler(...statements);
    expect(fix(code, options).output).toBe(code);
  });

  it('says nothing of other secrets', () => {
    const kept = 'req.session.accessToken = a; // eslint-disable-line session-secrets/no-secret-in-session';
    expect(fix(handler(kept, 'use(req.session.apiKey);'), options).output).toBe(
      handler(kept, 'use(await vault.read(req.session.apiKeyRef));'),
    );
  });
});
