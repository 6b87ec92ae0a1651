import { describe, expect, it } from 'vitest';
import { namesSession } from '../../../src/model/cookie/cookie-name';
import { inFile, probedIn } from '../../support/probe';

const isSession = (name: string): boolean => {
  const constants = "const SESSION = 'qid', OWN = 'sid', NAMES = { auth: 'auth_token' }, NAME = 'theme';";
  return inFile(`${constants} probe(${name})`, (file) => namesSession(probedIn(file)[0]!, file));
};

describe('namesSession', () => {
  it.each([
    "'sid'",
    "'session'",
    "'connect.sid'",
    "'__Host-session'",
    "'auth_token'",
    "'jwt'",
    "'refreshToken'",
    '`session`',
    '`session_${id}`',
    "'session_' + id",
    'SESSION',
    'SESSION_COOKIE_NAME',
    'config.sessionCookie',
    'config.cookies.SESSION_COOKIE',
    '`${SESSION_COOKIE}`',
    "x ? 'sid' : 'sid2'",
    "config.prefix + 'refresh_token'",
    '`${prefix}access_token`',
    '`${prefix}-refreshToken`',
    'OWN',
    'NAMES.auth',
    "'authkey'",
    "'authentication'",
    "'sessionkey'",
    "'session_key'",
    'config.session.cookieName',
    'config.auth.cookie.name',
    'sessionConfig.cookieName',
    'authOptions.cookie_name',
    'this.config.session.name',
  ])('%s', (name) => expect(isSession(name)).toBe(true));

  it.each([
    "'theme'",
    "'locale'",
    "'XSRF-TOKEN'",
    "'csrf_token'",
    "'consent'",
    "'cart'",
    'name',
    'options.name',
    '`${name}`',
    '`${name}_session`',
    '`${name}_token`',
    "prefix + 'csrf_token'",
    "prefix + 'access_tokens'",
    'prefix + access_token',
    'NAME',
    "'a' + session",
    '1',
    'f()',
    "'two_factor_authentication_method'",
    "'last_authentication'",
    'config.cookie.name',
    'config.cookieName',
    'config.theme.cookieName',
    'config.session.domain',
    'req.session.name',
    'req.auth.cookieName',
    'user.name',
    'settings.name',
  ])('not %s', (name) => expect(isSession(name)).toBe(false));
});
