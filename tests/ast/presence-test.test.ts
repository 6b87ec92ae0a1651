import { describe, expect, it } from 'vitest';
import { isPresenceTest } from '../../src/ast/presence-test';
import { inFile, probedIn } from '../support/probe';

/** `probe(x)` stands for the value; the question is asked of the whole call. */
const isTest = (code: string): boolean => inFile(code, (file) => isPresenceTest(probedIn(file)[0]!.parent!));

describe('isPresenceTest', () => {
  it.each([
    'if (probe(x)) y();',
    'while (probe(x)) y();',
    'for (; probe(x); ) y();',
    'do y(); while (probe(x));',
    'const a = !probe(x);',
    'const a = !!probe(x);',
    'const a = Boolean(probe(x));',
    'const a = probe(x) ? 1 : 2;',
    'const a = probe(x) && y;',
    'if (a && probe(x)) y();',
    'if (a || probe(x)) y();',
    'if ((probe(x) || a) && b) y();',
    'const a = probe(x) === undefined;',
    'const a = undefined !== probe(x);',
    'const a = probe(x) == null;',
    "const a = probe(x) !== '';",
    'const a = probe(x) === void 0;',
    "const a = typeof probe(x) === 'undefined';",
    'if (probe(x)!) y();',
  ])('%s', (code) => expect(isTest(code)).toBe(true));

  it.each([
    'const a = probe(x);',
    'const a = probe(x) || y;',
    'const a = probe(x) ?? y;',
    'const a = y && probe(x);',
    'const a = y ? probe(x) : z;',
    'const a = probe(x) === y;',
    "const a = probe(x) === 'y';",
    'const a = probe(x) > 1;',
    "const a = typeof probe(x) === 'string';",
    'const a = String(probe(x));',
    'const a = Boolean(y, probe(x));',
    'if (y) probe(x);',
    'for (probe(x); ; ) y();',
    'return probe(x);',
  ])('not %s', (code) => expect(isTest(code.startsWith('return') ? `function f() { ${code} }` : code)).toBe(false));
});
