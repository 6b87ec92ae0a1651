import { describe, expect, it } from 'vitest';
import { lint } from '../../support/lint';

const told = (code: string): string[] =>
  lint(code, { sourceType: 'commonjs' }).map(
    ({ ruleId, line }) => `${(ruleId ?? '').replace('session-secrets/', '')} ${line}`,
  );

describe('what is exported where it is made', () => {
  it('an application', () => {
    const code =
      "const Koa = require('koa');\nconst session = require('koa-session');\nconst app = module.exports = new Koa();\napp.keys = ['first', 'second'];\napp.use(session(app));";
    const plain = code.replace('module.exports = ', '');
    expect(told(code)).toEqual(told(plain));
    expect(told(code)).toContain('no-weak-session-secret 4');
  });

  it('a library', () => {
    const code =
      "const session = exports.session = require('express-session');\napp.use(session({ secret: 'shop', cookie: { secure: false } }));";
    expect(told(code)).toEqual(told(code.replace('exports.session = ', '')));
    expect(told(code)).toContain('require-secure-cookie 2');
  });
});
