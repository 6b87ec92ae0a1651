import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/plugin';

const ours = ['no-secret-in-session', 'prefer-vault-read'] as const;

/** What a host makes of a text that applies fixes once and does not look again: all that do not overlap. */
function fixedOnce(text: string, rules: readonly string[] = ours, isWanted = (_rule: string): boolean => true): string {
  const messages = new Linter({ configType: 'flat' }).verify(text, [
    {
      plugins: { 'session-secrets': plugin as never },
      rules: Object.fromEntries(rules.map((rule) => [`session-secrets/${rule}`, 'error'])),
      settings: { 'session-secrets': { vault: { module: '#session-vault' } } },
      languageOptions: { sourceType: 'module' },
    },
  ]);
  let at = 0;
  let result = '';
  for (const { fix, ruleId } of messages) {
    if (!fix || !isWanted(ruleId ?? '') || fix.range[0] < at) continue;
    result += text.slice(at, fix.range[0]) + fix.text;
    [, at] = fix.range;
  }
  return result + text.slice(at);
}

const typeOf = (rule: string): string | undefined =>
  (plugin.rules as Record<string, { meta: { type: string } }>)[rule.replace('session-secrets/', '')]?.meta.type;

const count = 40;
const names = Array.from({ length: count }, (_, index) => `partner${index}AccessToken`);
const each = (text: (name: string) => string): string => names.map((name) => `  ${text(name)}\n`).join('');

const before = `import express from 'express';
const app = express();
app.post('/connect', async (req, res) => {
${each((name) => `req.session.${name} = req.session.${name} ?? tokens.${name};`)}});
app.get('/state', async (req, res) => {
  const { ${names.join(', ')} } = req.session;
${each((name) => `if (req.session.${name}) delete req.session.${name};`)}});
`;

const after = `import express from 'express';
import { vault } from '#session-vault';
const app = express();
app.post('/connect', async (req, res) => {
${each((name) => `req.session.${name}Ref = await vault.rotate(req.session.${name}Ref, await vault.read(req.session.${name}Ref) ?? tokens.${name});`)}});
app.get('/state', async (req, res) => {
${each((name) => `const ${name} = await vault.read(req.session.${name}Ref);`)}${each(
  (name) =>
    `if (req.session.${name}Ref) { await vault.revoke(req.session.${name}Ref); delete req.session.${name}Ref; }`,
)}});
`;

describe('one pass moves a whole file', () => {
  it('with both rules on', () => {
    expect(fixedOnce(before)).toBe(after);
  });

  it.each(ours)('with %s alone', (rule) => {
    expect(fixedOnce(before, [rule])).toBe(after);
  });

  it('with `--fix-type problem`, which leaves the suggestions of prefer-vault-read alone', () => {
    expect(fixedOnce(before, ours, (rule) => typeOf(rule) === 'problem')).toBe(after);
  });

  it('and the next one has nothing left to do', () => {
    expect(fixedOnce(after)).toBe(after);
  });

  it('but for the key that a comment keeps', () => {
    const kept = before.replace(
      '  req.session.partner3AccessToken =',
      '  // eslint-disable-next-line session-secrets/no-secret-in-session\n  req.session.partner3AccessToken =',
    );
    const output = fixedOnce(kept);
    expect(output.match(/partner3AccessToken(?!Ref)/g)).toHaveLength(kept.match(/partner3AccessToken/g)!.length);
    expect(output).not.toContain('partner3AccessTokenRef');
    expect(output).toContain('const { partner3AccessToken } = req.session;');
    expect(output).not.toMatch(/session\.partner(?!3A)\d+AccessToken\b/);
  });
});
