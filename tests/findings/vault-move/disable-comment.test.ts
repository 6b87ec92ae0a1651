import { describe, expect, it } from 'vitest';
import { isDisabled } from '../../../src/findings/vault-move/disable-comment';
import { inFile, probedIn } from '../../support/probe';

const isOff = (code: string) => inFile(code, (file) => isDisabled(probedIn(file)[0]!, ['a-rule', 'b-rule'], file));

describe('isDisabled', () => {
  it.each([
    '// eslint-disable-next-line\nprobe(x)',
    '// eslint-disable-next-line session-secrets/a-rule -- accepted, see SEC-1\nprobe(x)',
    '/* eslint-disable-next-line\n   session-secrets/b-rule\n*/\nprobe(x)',
    'probe(x) // eslint-disable-line other/c-rule, session-secrets/a-rule',
    'probe(x) /* eslint-disable-line */',
    '/* eslint-disable session-secrets/a-rule */\nother();\nprobe(x)',
    '/* eslint-disable */\nother();\n/* eslint-enable other/c-rule */\nprobe(x)',
    '/* eslint-enable */ /* eslint-disable -- all of it */\nprobe(x)',
    '/* eslint-disable session-secrets/a-rule */\n/* eslint-enable other/a-rule */\nprobe(x)',
    '/* eslint session-secrets/a-rule: off */\nprobe(x)',
    'probe(x)\n/* eslint "session-secrets/a-rule": [0], other/c-rule: 2 */',
    '// oxlint-disable-next-line session-secrets/a-rule\nprobe(x)',
  ])('%j', (code) => expect(isOff(code)).toBe(true));

  it.each([
    'probe(x)',
    'probe(x)\n// eslint-disable-line',
    '// eslint-disable-next-line\n\nprobe(x)',
    '// eslint-disable-next-line other/c-rule, not-a-rule\nprobe(x)',
    '// eslint-disable-next-line c-rule -- not session-secrets/a-rule\nprobe(x)',
    '/* eslint-disable a-rule */\nother();\n/* eslint-enable a-rule */\nprobe(x)',
    '/* eslint-disable */\nother();\n/* eslint-enable */\nprobe(x)',
    '/* eslint session-secrets/a-rule: error, other/c-rule: off */\nprobe(x)',
    // Another plugin's rule of the same name.
    '// eslint-disable-next-line other/a-rule\nprobe(x)',
    '/* eslint-disable security/a-rule, a-rule */\nprobe(x)',
    '/* eslint other/a-rule: off */\nprobe(x)',
    // What ESLint takes for no directive.
    '// eslint-disable session-secrets/a-rule\nprobe(x)',
    '// eslint session-secrets/a-rule: off\nprobe(x)',
    'probe(x) /* eslint-disable-line\n */',
    "'eslint-disable'; // not eslint-disable\nprobe(x)",
    'probe(x)\n/* eslint-disable */',
  ])('not %j', (code) => expect(isOff(code)).toBe(false));
});
