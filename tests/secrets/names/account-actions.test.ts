import { describe, expect, it } from 'vitest';
import { accountActionOf, routeActionOf } from '../../../src/secrets/names/account-actions';

const words = (text: string): string[] => text.trim().split(/\s+/);

describe('what a name says that is done', () => {
  it.each([
    [
      'login',
      'login signin signIn logIn sign-in sign_in postLogin handleLogin doLogin loginUser userLogin LOGIN authenticate authenticateUser login_action LoginController adminLogin loginPost',
    ],
    ['logout', 'logout logOut signOut sign-out logoff logOff postLogout logoutUser handleLogout LogoutController'],
    ['callback', 'callback oauthCallback googleCallback loginCallback auth_callback cb samlAcs acs'],
    ['register', 'register signup signUp sign-up registration registerUser postRegister'],
  ] as const)('%s', (action, names) => {
    for (const name of words(names)) expect([name, accountActionOf(name)]).toEqual([name, action]);
  });

  it('nothing else', () => {
    const names = `isLoggedIn requireLogin checkLogin ensureLoggedIn needsLogin loginRequired hasLoggedIn profile blog catalog
      logs login-status forgotLogin dialog signal signature authenticateMiddleware beforeLogin log in out user session`;
    for (const name of words(names)) expect([name, accountActionOf(name)]).toEqual([name, null]);
  });
});

describe('what a route does', () => {
  it.each([
    ['/login', 'post', 'login'],
    ['/login', 'get', 'login'],
    ['/api/v1/users/sign-in', 'post', 'login'],
    ['/auth/login/', '', 'login'],
    ['/login/:tenant', 'post', 'login'],
    ['/login?next=/', 'post', 'login'],
    ['/auth', 'post', 'login'],
    ['/session', 'post', 'login'],
    ['/api/sessions', 'post', 'login'],
    ['/session', 'delete', 'logout'],
    ['/logout', 'get', 'logout'],
    ['/auth/google/callback', 'get', 'callback'],
    ['/login/callback', 'get', 'callback'],
    ['/register', 'post', 'register'],
    ['/users/signup', 'post', 'register'],
    ['/authentication', 'post', 'login'],
    ['/api/authentication', '', null],
    ['/verify-mfa', 'post', 'login'],
    ['/auth/mfa/verify', 'post', 'login'],
    ['/2fa', 'post', 'login'],
    ['/two-factor/verify', 'post', 'login'],
    ['/two-factor-challenge', 'post', 'login'],
    ['/2fa', 'get', null],
    ['/2fa/enable', 'post', null],
    ['/mfa/setup', 'post', null],
    ['/settings/mfa', 'post', null],
    ['/authentication/status', 'post', null],
    ['/verify', 'post', null],
    ['/auth', 'get', null],
    ['/sessions', 'get', null],
    ['/session/settings', 'post', null],
    ['/profile', 'post', null],
    ['/login-status', 'get', null],
    ['/:login', 'get', null],
    ['/', 'post', null],
    ['', '', null],
  ])('%s %s', (path, method, action) => {
    expect(routeActionOf(path, method)).toBe(action);
  });
});
