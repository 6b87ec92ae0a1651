import { Linter } from 'eslint';
import { beforeEach, expect, it, vi } from 'vitest';
import type { FileContext } from '../../src/model/file/file-context';
import { fileOf, noListeners } from '../../src/model/file/open';
import { offsetsIn } from '../../src/model/facts/text-filter';
import { relevantNodesFrom } from '../../src/model/file/relevant-nodes';
import plugin from '../../src/plugin';
import { lint } from '../support/lint';

// What the rules cost, counted and not timed: how often a text is searched, a tree looked at and a question answered.

vi.mock('../../src/model/facts/text-filter', async (load) => {
  const real = await load<typeof import('../../src/model/facts/text-filter')>();
  return { ...real, offsetsIn: vi.fn(real.offsetsIn) };
});

vi.mock('../../src/model/file/relevant-nodes', async (load) => {
  const real = await load<typeof import('../../src/model/file/relevant-nodes')>();
  return { ...real, relevantNodesFrom: vi.fn(real.relevantNodesFrom) };
});

/** How often each question was worked out for each file. */
const asked = vi.hoisted(() => new Map<unknown, Map<object, number>>());

vi.mock('../../src/model/file/file-context', async (load) => {
  const real = await load<typeof import('../../src/model/file/file-context')>();
  const oncePerFile = <T extends object | string | boolean | null>(
    question: (file: FileContext) => T,
  ): ((file: FileContext) => T) =>
    real.oncePerFile((file) => {
      const counts = asked.get(question) ?? new Map<object, number>();
      asked.set(question, counts.set(file, (counts.get(file) ?? 0) + 1));
      return question(file);
    });
  return { ...real, oncePerFile };
});

beforeEach(() => {
  vi.clearAllMocks();
  asked.clear();
});

const sessionFree = `import fs from 'node:fs';
import { readConfig } from './config.js';

export const password = process.env.PASSWORD;
export function expression(req, res) {
  const { secret, accessToken } = readConfig(fs.readFileSync('config.json', 'utf8'));
  req.client.accessToken = accessToken;
  res.send(secret ?? 'keyboard cat');
}
`;

const full = `const session = require('express-session');
app.use(session({ secret: 'keyboard cat', name: 'sid', cookie: { secure: false, httpOnly: false, sameSite: 'none' } }));
app.get('/', async (req, res) => {
  req.session.accessToken = tokens.access_token;
  req.session.user = { id: 1, password };
  const { apiKey, ...rest } = req.session;
  if (req.session.refreshToken) res.cookie('sid', req.sessionID, { httpOnly: false });
  req.session.apiKeyRef = await vault.store('sk_live_' + key);
  res.setHeader('Set-Cookie', 'sid=' + id);
});
`;

it('reads a text without our words once, and nothing else of the file', () => {
  expect(lint(sessionFree)).toEqual([]);
  expect(offsetsIn).toHaveBeenCalledTimes(1);
  expect(relevantNodesFrom).not.toHaveBeenCalled();
  expect(asked.size).toBe(0);
});

it('creates no rule and no listeners there', () => {
  const listeners: unknown[] = [];
  const rules = Object.fromEntries(
    Object.entries(plugin.rules).map(([name, rule]) => [
      name,
      { ...rule, create: (context: never) => (listeners.push(rule.create(context)), {}) },
    ]),
  );
  const messages = new Linter({ configType: 'flat' }).verify(sessionFree, {
    plugins: { ours: { rules: rules as never } },
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`ours/${name}`, 'error'])),
  });
  expect(messages).toEqual([]);
  expect(listeners).toHaveLength(Object.keys(plugin.rules).length);
  expect(new Set(listeners)).toEqual(new Set([noListeners]));
  expect(listeners.every((one) => one === noListeners)).toBe(true);
});

it('listens to no other node than the program', () => {
  const heard = new Set<string>();
  const rules = Object.fromEntries(
    Object.entries(plugin.rules).map(([name, rule]) => [
      name,
      {
        ...rule,
        create(context: never) {
          expect(fileOf(context)).not.toBeNull();
          const listeners = rule.create(context);
          for (const key of Object.keys(listeners)) heard.add(key);
          return listeners;
        },
      },
    ]),
  );
  new Linter({ configType: 'flat' }).verify(full, {
    plugins: { ours: { rules: rules as never } },
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`ours/${name}`, 'error'])),
  });
  expect([...heard]).toEqual(['Program']);
});

it('reads a text full of sessions once, and answers each question about it once', () => {
  expect(lint(full, { settings: { vault: { module: './vault.js' } } }).length).toBeGreaterThan(8);
  expect(offsetsIn).toHaveBeenCalledTimes(1);
  expect(relevantNodesFrom).toHaveBeenCalledTimes(1);
  expect(asked.size).toBeGreaterThan(8);
  const counts = [...asked.values()].flatMap((ofFile) => [...ofFile.values()]);
  expect(counts.filter((count) => count !== 1)).toEqual([]);
});
