import { describe, expect, it } from 'vitest';
import { fix, lint, shown } from '../support/lint';

const vault = { module: '#session-vault' };

const names = Array.from({ length: 40 }, (_, index) => `partner${index}AccessToken`);
const application = `'use strict';

const express = require('express');

const app = express();

app.post('/connect', async (req, res) => {
${names.map((name) => `  req.session.${name} = tokens.${name};`).join('\n')}
  res.sendStatus(204);
});

app.get('/state', async (req, res) => {
${names.map((name) => `  if (req.session.${name}) use(req.session.${name});`).join('\n')}
  res.sendStatus(204);
});

app.post('/disconnect', async (req, res) => {
${names.map((name) => `  delete req.session.${name};`).join('\n')}
  res.sendStatus(204);
});
`;

describe('one --fix is enough', () => {
  const { output, messages } = fix(application, { settings: { vault }, sourceType: 'commonjs' });

  it('for forty secrets that are written, tested, read and cleared in one file', () => {
    expect(shown(messages)).toEqual([]);
    expect(output).not.toMatch(/session\.partner\d+AccessToken\b/);
    expect(output.match(/await vault\.store\(/g)).toHaveLength(40);
    expect(output.match(/await vault\.read\(/g)).toHaveLength(40);
    expect(output.match(/await vault\.revoke\(/g)).toHaveLength(40);
    expect(output.match(/require\('#session-vault'\)/g)).toHaveLength(1);
  });

  it('and a second one changes nothing', () => {
    expect(fix(output, { settings: { vault }, sourceType: 'commonjs' }).output).toBe(output);
  });
});

describe('all rules together', () => {
  const setup = `import session from 'express-session';
import { vault } from '#session-vault';
app.use(session({ name: 'id', secret: process.env.SESSION_SECRET, store }));
app.get('/', async (req, res) => {
  req.session.apiKey = req.session.refreshToken;
  res.send(String(Boolean(req.session.apiKey)));
});
`;

  it('reach their fixed point in one run, on a set-up and on a write of what is read', () => {
    const { output } = fix(setup);
    expect(fix(output).output).toBe(output);
    expect(output).toContain(
      'req.session.apiKeyRef = await vault.rotate(req.session.apiKeyRef, await vault.read(req.session.refreshTokenRef));',
    );
    expect(shown(lint(output)).filter((line) => !line.startsWith('require-secure-cookie'))).toEqual([]);
  });

  it('leave a suppressed finding, and what it would have brought along, to the others', () => {
    const code = `app.get('/', async (req, res) => {
  // eslint-disable-next-line session-secrets/no-secret-in-session
  req.session.accessToken = a;
  req.session.refreshToken = b;
});
`;
    const { output } = fix(code, { settings: { vault } });
    expect(output).toContain("import { vault } from '#session-vault';");
    expect(output).toContain('  req.session.accessToken = a;\n  req.session.refreshTokenRef = await vault.store(b);');
  });

  it('keep Windows line ends', () => {
    const { output } = fix(application.replaceAll('\n', '\r\n'), { settings: { vault }, sourceType: 'commonjs' });
    expect(output).not.toMatch(/[^\r]\n/);
  });
});
