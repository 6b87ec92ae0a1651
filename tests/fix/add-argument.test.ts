import { describe, expect, it } from 'vitest';
import { lint } from '../support/lint';

const suggestions = (text: string, rule: string): string[] =>
  lint(text).flatMap(({ ruleId, suggestions: offers = [] }) =>
    ruleId === `session-secrets/${rule}`
      ? offers.map(({ fix }) => text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]))
      : [],
  );

describe('an option of a cookie that has none', () => {
  it.each([
    ["res.cookie('sid', (value));", "res.cookie('sid', (value), { httpOnly: true });"],
    ["res.cookie('sid', ((value)));", "res.cookie('sid', ((value)), { httpOnly: true });"],
    ["res.cookie('sid', value,);", "res.cookie('sid', value, { httpOnly: true },);"],
    ["res.cookie('sid', (a, b));", "res.cookie('sid', (a, b), { httpOnly: true });"],
    ["reply.setCookie('sid', (value));", "reply.setCookie('sid', (value), { httpOnly: true });"],
    [
      "import * as c from 'cookie';\nc.serialize('sid', (value));",
      "import * as c from 'cookie';\nc.serialize('sid', (value), { httpOnly: true });",
    ],
  ])('goes behind the brackets of the last argument: %s', (before, after) => {
    expect(suggestions(before, 'require-http-only-cookie')).toEqual([after]);
  });

  it('for the other attributes as well', () => {
    expect(suggestions("res.cookie('sid', (value));", 'require-same-site-cookie')).toEqual([
      "res.cookie('sid', (value), { sameSite: 'lax' });",
    ]);
    expect(suggestions("res.cookie('sid', (value));", 'require-secure-cookie')[0]).toBe(
      "res.cookie('sid', (value), { secure: true });",
    );
  });
});

describe('an option that is taken away', () => {
  it.each([
    "res.cookie('sid', value, { httpOnly: true, domain: 'example.com' });",
    "res.cookie('sid', value, {\n  // Everywhere.\n\n  httpOnly: true,\n  domain: 'example.com',\n});",
    "res.cookie('sid', value, {\n  domain: 'example.com', // keep me\n  httpOnly: true,\n});",
  ])('goes: %j', (text) => {
    expect(suggestions(text, 'no-broad-cookie-scope')).toHaveLength(1);
    expect(suggestions(text, 'no-broad-cookie-scope')[0]).not.toContain('domain');
    expect(suggestions(text, 'no-broad-cookie-scope')[0]?.match(/\/\/.*/)?.[0]).toBe(text.match(/\/\/.*/)?.[0]);
  });

  it.each([
    "res.cookie('sid', value, { /* keep me */ domain: 'example.com' });",
    "res.cookie('sid', value, { httpOnly: true, /* keep me */ domain: 'example.com' });",
    "res.cookie('sid', value, { domain: 'example.com' /* keep me */, httpOnly: true });",
  ])('stays where a comment would be lost: %j', (text) => {
    expect(suggestions(text, 'no-broad-cookie-scope')).toEqual([]);
  });
});
