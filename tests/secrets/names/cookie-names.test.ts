import { describe, expect, it } from 'vitest';
import { isSessionCookieName } from '../../../src/secrets/names/cookie-names';

/** Default names of session libraries and frameworks, and what people call theirs. */
const sessionCookies = `
  sid SID s_id.sid connect.sid sails.sid koa.sess koa.sess.v2 koa:sess express:sess session sess Session SESSION
  _session
  __session session_id sessionId SESSIONID sessionid session-id session_token sessionToken session_v2 session-prod
  user_session userSession admin_session app_session appSession my_app_session _gitlab_session laravel_session
  grafana_session
  auth0_session auth_session AUTH_SESSION_ID sso_session PHPSESSID JSESSIONID ASP.NET_SessionId .ASPXAUTH
  next-auth.session-token __Secure-next-auth.session-token __Host-authjs.session-token authjs.session-token
  next-auth.session-token.0 better-auth.session_token better-auth.session_data __Host-session __Host-sid __Secure-sid
  token auth auth_token authToken auth-token access_token accessToken refresh_token refreshToken id_token idToken
  jwt JWT
  jwt_token userToken user_token api_token bearer x-auth-token access refresh jwt_refresh refreshJwt
  sb-access-token sb-refresh-token sb-abcdefgh-auth-token sb-abcdefgh-auth-token.1 supabase-auth-token
  remember remember_me rememberMe remember-me remember_token remember_user_token login signin user_login loginToken
  login_session user_id userId userid uid user-id authorization auth_ticket apiKey api_key password secret
`;

const otherCookies = `
  theme color-theme dark_mode locale lang language NEXT_LOCALE i18n i18next i18n_redirected timezone tz country
  currency region
  consent cookie_consent cookieConsent gdpr CookieConsent euconsent-v2 XSRF-TOKEN xsrf-token csrf csrftoken _csrf
  csrf_token
  __Host-next-auth.csrf-token next-auth.csrf-token next-auth.callback-url next-auth.state next-auth.pkce.code_verifier
  sb-abcdefgh-auth-token-code-verifier utm_source utm_campaign _ga _gid _fbp _hjSession_123 _hjSessionUser_1 analytics
  analytics_session tracking_session visitor_session visitor_id visitorToken ajs_user_id ajs_anonymous_id anonymous_id
  intercom-session-abc amplitude_session ab_test experiment cart cartId cart_token cart_session basket
  checkout_token wishlist
  sidebar_state sidebar:state sidebar_collapsed menu layout view sort page tab page_token session_count sessionCount
  last_session_at last_session lastSession session_expires_at sessionExpiry session_timeout session_started
  session_warning
  session_theme session_lang has_session hasSession new_session show_session author authority authors authored flash
  flash_message
  notice toast state oauth_state oauthState auth_state login_state nonce oidc_nonce pkce code_verifier otp captcha_token
  return_to returnTo redirect redirect_after_login auth_redirect login_redirect last_login lastLogin login_count
  login_attempts
  login_hint auth_provider auth_error auth_method token_type token_expires tokenExpiry access_token_expires_at
  social_login
  is_logged_in isLoggedIn logged_in loggedIn isAuthenticated auth.is.authenticated keep_logged_in keepSession
  username user
  user_theme user_preferences name email role plan first_name display_name id key value v foo data info test dev
  remember_email remember_username remember_theme koa.sess.sig device_id client_id guest_id request_id trace_id ssid
  bssid wifi_ssid
  assid presidium president sidebar inside pass pin boarding_pass push_token fcm_token preview sessionStorage obsession
  impressum expression profession possession tokenizer oauth authenticated dont_remember withCredentials getSession
  banner_dismissed announcement
`;

/** Identifiers that hold the name of a cookie, as `ctx.cookies.set(SESSION_COOKIE_NAME, …)` gives them. */
const sessionIdentifiers = `
  SESSION_COOKIE_NAME sessionCookieName SESSION_COOKIE sessionCookie AUTH_COOKIE_NAME authCookieName authCookie
  AUTH_COOKIE
  TOKEN_COOKIE_NAME TOKEN_NAME tokenName JWT_COOKIE REFRESH_TOKEN_COOKIE refreshTokenCookieName ACCESS_TOKEN_KEY
  COOKIE_SESSION
  cookies.session SESSION_NAME SESSION_KEY USER_ID_COOKIE REMEMBER_ME_COOKIE COOKIE_NAME_SESSION
`;
const otherIdentifiers = `
  COOKIE_NAME cookieName cookie COOKIE name key NAME THEME_COOKIE_NAME CSRF_COOKIE_NAME LOCALE_COOKIE themeCookie
  consentCookieName
  SESSION_COOKIE_OPTIONS sessionCookieOptions SESSION_COOKIE_MAX_AGE SESSION_COOKIE_DOMAIN options value CART_COOKIE
  stateCookieName
`;

const listed = (names: string): string[] => names.split(/\s+/).filter(Boolean);

describe('isSessionCookieName', () => {
  it.each(listed(sessionCookies))('%s carries a session', (name) => {
    expect(isSessionCookieName(name)).toBe(true);
  });

  it.each(listed(otherCookies))('%s carries something else', (name) => {
    expect(isSessionCookieName(name)).toBe(false);
  });

  it.each(listed(sessionIdentifiers))('%s names a session cookie', (name) => {
    expect(isSessionCookieName(name)).toBe(true);
  });

  it.each(listed(otherIdentifiers))('%s names another cookie, or any', (name) => {
    expect(isSessionCookieName(name)).toBe(false);
  });

  const odd = [
    '',
    ' ',
    '__Host-',
    '__Secure-',
    '-',
    '🍪',
    '\ud800',
    '__proto__',
    'constructor',
    'session'.repeat(10_000),
  ];

  it.each(odd)('is not misled by %j', (name) => {
    expect(isSessionCookieName(name)).toBe(false);
  });
});
