import { Linter } from 'eslint';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../src/plugin';
import type { Rule } from '../src/presets';

const root = join(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
const files = readdirSync(join(root, 'src/rules'))
  .filter((file) => file !== 'index.ts')
  .map((file) => basename(file, '.ts'));
const rules = plugin.rules as Record<string, Rule>;
const named = Object.entries(rules);

const inPreset = (isIn: (rule: Rule) => boolean, isStrict: boolean) =>
  Object.fromEntries(
    named
      .filter(([, rule]) => isIn(rule))
      .map(
        ([
          name,
          {
            meta: { docs },
          },
        ]) => [`session-secrets/${name}`, docs?.strict && isStrict ? ['error', ...docs.strict] : 'error'],
      ),
  );

describe('the plugin', () => {
  it('says what it is', () => {
    const { name, version } = manifest;
    expect(plugin.meta).toEqual({ name, version, namespace: 'session-secrets' });
  });

  it('has every rule file', () => {
    expect(Object.keys(rules)).toEqual(files.sort());
  });

  it('has each preset twice', () => {
    const names = ['recommended', 'strict', 'all'];
    expect(Object.keys(plugin.configs).sort()).toEqual([...names, ...names.map((name) => `flat/${name}`)].sort());
  });
});

describe.each(['recommended', 'strict', 'all'] as const)('preset %s', (preset) => {
  const expected = inPreset(({ meta }) => {
    if (preset === 'recommended') return meta.docs?.recommended === true;
    return preset === 'all' || !meta.deprecated;
  }, preset !== 'recommended');

  it('holds the rules that say so', () => {
    expect(plugin.configs[preset].rules).toEqual(expected);
    expect(plugin.configs[`flat/${preset}`].rules).toEqual(expected);
  });

  it('is an eslintrc configuration that none takes for a flat one', () => {
    expect(plugin.configs[preset]).toEqual({
      plugins: ['session-secrets'],
      parserOptions: { ecmaVersion: 'latest' },
      overrides: [],
      rules: expected,
    });
  });

  it('is a flat configuration of the very plugin', () => {
    expect(plugin.configs[`flat/${preset}`].plugins['session-secrets']).toBe(plugin);
    expect(plugin.configs[`flat/${preset}`].name).toBe(`session-secrets/flat/${preset}`);
  });

  it('asks for more than the defaults only where all is asked for', () => {
    const level = plugin.configs[preset].rules['session-secrets/require-session-regeneration'];
    expect(level).toEqual(preset === 'recommended' ? 'error' : ['error', { callbacks: true }]);
  });

  it('lints', () => {
    const linter = new Linter({ configType: 'flat' });
    const { rules: severities } = plugin.configs[`flat/${preset}`];
    const plugins = { 'session-secrets': plugin } as Record<string, object>;
    expect(linter.verify('export const one = 1;\n', [{ plugins, rules: severities }])).toEqual([]);
  });
});

describe.each(named)('%s', (name, { meta, ...rule }) => {
  it('goes by the name of its file', () => {
    expect(rule.name).toBe(name);
  });

  it('describes itself', () => {
    expect(meta.docs?.description).toMatch(/^[A-Z].*[^.]$/);
    expect(meta.docs?.recommended).toBeTypeOf('boolean');
    expect(meta.docs?.cwe.length).toBeGreaterThan(0);
    for (const cwe of meta.docs?.cwe ?? []) expect(cwe).toMatch(/^CWE-\d+$/);
    expect(['problem', 'suggestion']).toContain(meta.type);
    expect(meta.type === 'suggestion').toBe(name.startsWith('prefer-'));
  });

  it('links to its page, which is there', () => {
    const page = `docs/rules/${name}.md`;
    expect(meta.docs?.url?.endsWith(`/${page}`)).toBe(true);
    expect(meta.docs?.url?.startsWith(String(manifest['homepage']))).toBe(true);
    expect(existsSync(join(root, page)), `${page} is missing`).toBe(true);
  });

  it('has tests', () => {
    const tests = `tests/rules/${name}.test.ts`;
    expect(existsSync(join(root, tests)), `${tests} is missing`).toBe(true);
  });

  it('declares its options, with a default for each', () => {
    const schemas = [meta.schema].flat();
    expect(meta.schema).toBeInstanceOf(Array);
    expect(meta.defaultOptions).toHaveLength(schemas.length);
    for (const schema of schemas) expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('speaks in whole sentences', () => {
    expect(Object.keys(meta.messages).length).toBeGreaterThan(0);
    // Placeholders are filled with whole sentences, too.
    for (const message of Object.values(meta.messages)) expect(message).toMatch(/^[A-Z`{].*[.}]$/s);
  });

  it('refuses options it does not know, by name', () => {
    const linter = new Linter({ configType: 'flat' });
    const plugins = { 'session-secrets': plugin } as Record<string, object>;
    const severities = { [`session-secrets/${name}`]: ['error', { noSuchOption: 1 }] } as const;
    const lint = () => linter.verify('', [{ plugins, rules: severities as unknown as Linter.RulesRecord }]);
    expect(lint).toThrow([meta.schema].flat().length ? /noSuchOption/ : /more than 0 items/);
  });
});
