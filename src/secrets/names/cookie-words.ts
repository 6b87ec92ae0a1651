import { listed } from '../word-list';

/** One of these anywhere: the cookie carries something else, or a protocol value of a few minutes. */
export const otherCookies = listed(`
  theme, locale, lang, language, consent, gdpr, csrf, xsrf, antiforgery, state, nonce, pkce, verifier, challenge, otp,
  captcha, recaptcha, utm, ga, gtm, gid, fbp, ajs, hj, analytics, amplitude, mixpanel, segment, intercom, hubspot,
  optimizely, posthog, matomo, experiment, ab, tracking, tracker, visit, visits, visitor, anonymous, anon, replay,
  recording, heatmap, survey, ads, cart, basket, checkout, wishlist, flash, toast, notice, banner, popup, modal,
  sidebar, menu, tab, layout, collapsed, dismissed, timezone, tz, currency, country, redirect, return, callback,
  preference, preferences, prefs, settings, push, fcm, page, design, public, masked, hint, browser, dont
`);

/** The last word or phrase of a cookie that says who somebody is or that they are signed in. */
export const sessionTails = listed(`
  sid, session, sess, session id, session uuid, jwt, jws, jwe, auth, remember, remember me, user id, user uuid,
  bearer, authorization, auth ticket, authentication ticket, access jwt, refresh jwt, jwt access, jwt refresh,
  auth access, auth refresh, sso token
`);

/** Short words that mean a login only when they are the whole name. */
export const wholeNames = listed(`
  access, refresh, uid, login, signin, user login, admin login, auto login, authentication, user authentication, authn
`);

/** Cookies that may as well be a flag, where their value is one: `remember=1`. */
export const flagNames = listed('remember, remember me, login, signin, user login, admin login, auto login');

/** Cookies that keep what somebody likes or is to be told, and nothing of who they are. */
export const preferences = listed(`
  theme, locale, lang, language, consent, gdpr, timezone, tz, currency, country, sidebar, menu, tab, layout, collapsed,
  dismissed, preference, preferences, prefs, settings, flash, toast, notice, banner, popup, modal
`);

/** In front they make it a flag, a date or a count: `is_logged_in`, `last_session`. */
export const cookieStatements = listed(`
  has, is, was, no, not, last, first, previous, prev, show, hide, skip, keep, stay, force, allow, disable, enable,
  use, require, requires, needs, should, expired, invalid, old, new, start, end, clear, delete, remove, reset, forgot,
  create, get, set, save, load
`);

/** What an identifier or a framework puts around the name itself: `SESSION_COOKIE_NAME`, `koa.sess`, `auth_v2`. */
export const cookieAdorners = listed(`
  cookie, cookies, name, key, v, value, val, data, dev, development, prod, production, test, testing, staging, local,
  info, default, const, my
`);

/** One-word names, of server frameworks and others, whose words are run together. */
export const frameworkNames = listed('aspxauth, aspsessionid, cfid, authkey, sessionkey');
