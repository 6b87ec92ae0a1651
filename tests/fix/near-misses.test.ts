import { describe, expect, it } from 'vitest';
import { tailOf } from '../../src/ast/tail';
import { inCallback } from '../../src/fix/continue-in-callback';
import { inOtherUnit } from '../../src/fix/exchange-unit';
import { offerMending } from '../../src/fix/mend-option';
import { signOffer } from '../../src/fix/sign-cookie';
import { inFile, probedIn } from '../support/probe';

/** Gives the text of each edit. */
const fixer = {
  replaceText: (_node: unknown, text: string) => text,
  insertTextBefore: (_node: unknown, text: string) => text,
  insertTextAfter: (_node: unknown, text: string) => text,
  insertTextAfterRange: (_range: unknown, text: string) => text,
  insertTextBeforeRange: (_range: unknown, text: string) => text,
  replaceTextRange: (_range: unknown, text: string) => text,
};

describe('a number in the other unit', () => {
  const turned = (code: string, to: 'ms' | 's'): string[] =>
    inFile(`probe(${code});`, (file) => probedIn(file).map((node) => inOtherUnit(node, to, file.sourceCode)));

  it.each([
    ['ttl', 'ttl * 1000', 'ttl / 1000'],
    ['config.ttl', 'config.ttl * 1000', 'config.ttl / 1000'],
    ["config['ttl']", "config['ttl'] * 1000", "config['ttl'] / 1000"],
    ['ttl()', 'ttl() * 1000', 'ttl() / 1000'],
    ['60 * n', '60 * n * 1000', '60 * n / 1000'],
    ['60 * 1000', '60 * 1000 * 1000', '60'],
    ['ttl / 1000', 'ttl', '(ttl / 1000) / 1000'],
    ['a + b', '(a + b) * 1000', '(a + b) / 1000'],
    ['a ? b : c', '(a ? b : c) * 1000', '(a ? b : c) / 1000'],
    ['-ttl', '(-ttl) * 1000', '(-ttl) / 1000'],
  ])('%s', (code, ms, s) => {
    expect(turned(code, 'ms')).toEqual([ms]);
    expect(turned(code, 's')).toEqual([s]);
  });
});

describe('the secret that signs a cookie', () => {
  const read = 'process.env.SESSION_SECRET';
  const added = (option: string): string =>
    inFile('probe({ httpOnly: true });', (file) => {
      const [owner] = probedIn(file);
      if (owner?.type !== 'ObjectExpression') throw new Error('No object.');
      const [offer] = signOffer(
        { cause: 'noSecret', node: owner, owner, missing: [option], option },
        file.sourceCode,
        'a.js',
      );
      return [offer?.fix(fixer as never)].flat().join('');
    });

  it.each(['secrets', 'keys', 'cookieSecrets'])('is one of a list where the option is a plural: %s', (option) => {
    expect(added(option)).toContain(`${option}: [${read}]`);
  });

  it.each(['secret', 'signature', 'sealWith'])('is itself where it is none: %s', (option) => {
    expect(added(option)).toContain(`${option}: ${read}`);
  });
});

describe('defaults that a cookie loses', () => {
  it('are named by the last part of their keys', () => {
    const data = inFile('probe({ maxAge: 1 });', (file) => {
      const [owner] = probedIn(file);
      if (owner?.type !== 'ObjectExpression') throw new Error('No object.');
      const options = [
        { missing: ['cookie', 'sameSite'], value: 'lax' },
        { missing: ['cookie', 'httpOnly'], value: true },
        { missing: ['path'], value: '/' },
      ];
      return offerMending({ kind: 'add', owner, options }, owner, file.sourceCode).suggest?.[0]?.data;
    });
    expect(data).toEqual({ dropped: '`sameSite`, `httpOnly`, `path`' });
  });
});

describe('what follows in a callback', () => {
  it.each([
    ['no indentation', '', '', '  '],
    ['two spaces', '', '  ', '  '],
    ['four spaces', '', '    ', '    '],
    ['a tab', '', '\t', '\t'],
    ['as much as its end', '  ', '  ', '  '],
    ['less than its end', '    ', '  ', '  '],
  ])('goes on to the right by what the block has: %s', (_name, outer, inner, unit) => {
    const text = `probe((req, res, next) => {\n${inner}first();\n${inner}second();\n${outer}});`;
    const code = inFile(text, (file) => {
      const [fn] = probedIn(file);
      if (fn?.type !== 'ArrowFunctionExpression' || fn.body.type !== 'BlockStatement') throw new Error('No block.');
      const [statement, ...rest] = fn.body.body;
      const tail = tailOf(statement, file.sourceCode);
      expect(tail?.rest).toEqual(rest);
      return [inCallback(tail, { call: 'renew', keepsStatement: true }, file.sourceCode)?.fix(fixer as never)].join('');
    });
    expect(code.split('\n')).toEqual([
      'renew((error) => {',
      `${inner}${unit}if (error) return next(error);`,
      `${inner}${unit}first();`,
      `${unit}${inner}second();`,
      `${inner}});`,
    ]);
  });
});
