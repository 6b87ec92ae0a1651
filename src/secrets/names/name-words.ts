import { listed } from '../word-list';

/** In front of a name they say: this is a flag, an action or a message, not a value. */
export const predicates = listed(`
  has, have, is, was, are, should, can, could, will, did, does, do, must, need, needs, require, requires, required,
  requested, use, uses, using, show, hide, allow, allows, allowed, enable, enabled, disable, disabled, no, not, with,
  without, force, skip, ignore, check, validate, verify, forgot, forgotten, reset, change, update, on, get, set,
  fetch, load, create, make, generate, build, parse, handle, render, hash, compare, encrypt, decrypt, rotate, revoke,
  refresh, send, normalize, decode, sign, import, export, resolve, view, exclude, include, missing, invalid, unknown,
  bad, wrong, weak, incorrect, failed, lost, expired, empty, err, error, want, wants, ask, asked, prompt, after,
  before, remove, delete, regenerate, recover, display, toggle, supports, ensure, assert, save, compute, remember,
  keep, retrieve, derive
`);
/** Two words whose first one is a predicate elsewhere. */
export const predicateExceptions = listed(`
  refresh token, access token, reset token, verify token, verification token, refresh secret, sign secret, sign key,
  render api, remember token, remember me, remember user, clear text, refresh jwt, sign token
`);
/** In the middle of a name they make it a statement: `userHasPassword`, `token_is_valid`. */
export const innerPredicates = listed('has, is, was, needs, requires, should, must, not, did, can');

/** The last word says what a thing is: these are never secrets, whatever stands before them. */
export const metaHeads = listed(`
  id, uuid, guid, name, count, total, length, len, size, type, kind, format, version, expires, expiry, expired,
  expiration, expire, exp, at, on, ttl, age, max, min, date, time, timestamp, iat, issued, url, uri, path, file,
  filename, dir, folder, policy, policies, rule, hint, question, label, title, placeholder, description, error,
  message, status, state, valid, invalid, verified, changed, updated, created, requested, required, sent, used, reset,
  strength, score, attempts, attempt, tries, field, input, prefix, suffix, ref, reference, alias, index, idx, arn,
  fingerprint, thumbprint, algorithm, alg, algo, param, regex, pattern, schema, provider, scope, permission, limit,
  usage, balance, holder, owner, store, manager, service, factory, generator, validator, handler, fn, callback,
  endpoint, form, page, view, modal, dialog, button, flag, enabled, disabled, set, present, exists, available, four,
  bits, encoding, charset, header, option, config, settings, map, list, rotation, rotated, flow, step, event, log,
  audience, issuer, subject, env, var, variable, source, kid, mode, class, column, table, entity, model, dto,
  interface, board, code, frame, word, press, down, up, left, right, stroke, pad, stone, note, ring, pair, claim,
  payload, lifetime, duration, timeout, lock, journey, result, success, method, pending, setup, channel, phone, email
`);

/** Behind a password word they make a hash that can be cracked offline; behind anything else a harmless checksum. */
export const hashHeads = listed(`
  hash, hashed, digest, bcrypt, argon2, scrypt, pbkdf2, hmac, checksum, salt, md5, sha1, sha256, sha512
`);
export const passwordWords = listed('password, passwd, pwd, pass, passphrase, passcode, pin, pw');

/** Published by design. The second list says so of keys and tokens only: a `siteSecret` is a secret. */
export const publicMarks = listed('public, publishable, pub, anon, anonymous');
export const publicKeyMarks = listed('pk, site, browser, measurement, tracking');
export const keyWords = listed('key, token');

/** The value has been made harmless, or was never real. */
export const maskedMarks = listed(`
  encrypted, sealed, masked, redacted, obfuscated, censored, ciphered, enc, cipher, ciphertext, decoded, parsed,
  wrapped
`);
export const maskedFirstWords = listed('truncated, partial, fake, mock, dummy, sample, example');

/** Protocol values that belong in a session for a few minutes, whatever else the name says. */
export const strictTransient = listed(`
  csrf, xsrf, antiforgery, nonce, pkce, verifier, challenge, one time, onetime, idempotency, form token,
  oauth token secret, request token secret
`);
/** The same, unless the name ends in what is plainly a lasting secret (`smsApiKey`, `otpSecret`). */
export const looseTransient = listed(`
  captcha, recaptcha, hcaptcha, turnstile, otp, totp, mfa, sms, magic link, magic token, verification, confirmation,
  confirm token, confirm code, invite, invitation, activation, reset token, password reset token, verify token,
  unsubscribe, request token, device code, user code, auth code, authorization code, oauth code, login code, step up
`);
/** `state` is the OAuth parameter when it stands alone or with one of these. */
export const stateOwners = listed('oauth, oidc, openid, auth, authorization, sso, saml, login, signin');

/** Tokens of parsers, pagination, language models, games and push services. */
export const otherTokens = listed(`
  page, next, previous, prev, continuation, sync, cursor, cancel, cancellation, syntax, lexer, parser, design, start,
  end, stop, token, question, comma, max, prompt, completion, total, input, output, used, remaining, available, free,
  bonus, daily, reward, game, nft, erc20, erc721, crypto, utility, governance, budget, push, fcm, apns, gcm, device,
  replacement, special, pad, eos, bos, chat, context, credit, gpt, llm, num, number, nr, min, cached, word, sub,
  color, colour, theme, spacing, font, css
`);

/** Ends that look like a secret and are none. */
export const harmlessPhrases = listed(`
  library card number, gift card number, loyalty card number, id card number, identity card number,
  business card number, membership card number, health card number, insurance card number, pin code,
  google application credentials, webauthn credential, webauthn credentials, passkey credential, passkey credentials,
  co auth, top secret
`);

/** Session tokens and assertions: a second bearer credential inside the session. */
export const bearerPhrases = listed(`
  jwt, jwt token, id token, identity token, session token, jws, jwe, saml assertion, saml response, remember token,
  remember me token
`);

/** The end of a name that settles it. */
export const strongPhrases = listed(`
  api key, api token, api secret, access token, access key, secret access key, refresh token, client secret,
  app secret, application secret, consumer secret, secret key, private key, signing key, signature key,
  signing secret, encryption key, decryption key, cipher key, crypto key, symmetric key, aes key, master key,
  service role key, service account key, license secret, auth token, auth secret, auth key, authentication token,
  authorization token, bearer token, oauth token, oauth secret, personal access token, webhook secret,
  webhook url secret, shared secret, pre shared key, cookie secret, session secret, jwt secret, jwt key, token secret,
  totp secret, totp key, totp seed, otp secret, otp key, mfa secret, mfa key, otpauth url, otpauth uri, totp uri,
  totp url, hmac key, hmac secret, ssh key, gpg key, pgp key, deploy key, deploy token, bot token, vault token,
  connection string, database url, database uri, db url, db uri, mongo url, mongo uri, mongodb url, mongodb uri,
  redis url, redis uri, postgres url, postgresql url, postgresql uri, postgres uri, mysql url, amqp url, rabbitmq url,
  recovery code, backup code, recovery key, seed phrase, recovery phrase, mnemonic phrase, data encryption key, kek,
  dek, user password, db password, db pass, smtp password, smtp pass, card number, security code, security answer,
  secret answer, priv key, basic auth, sas token, subscription key, publish profile, slack webhook url,
  discord webhook url, teams webhook url, secret key base
`);
export const strongWords = listed(`
  password, passwd, passphrase, pwd, passcode, secret, credential, credentials, creds, cred, cvv, cvc, mnemonic,
  passwort, kennwort, contrasena, senha, wachtwoord
`);
/** Secrets in most programs, names of something else in some. */
export const fairPhrases = listed(`
  account key, service key, admin key, root key, wallet key, token set, token cache, token response
`);

/** What usually holds the value rather than says what it is, in front of the name and behind it. */
export const leadingAdorners = listed(`
  my, our, the, a, user, users, current, new, old, prev, next, raw, plain, plaintext, clear, cleartext, decrypted,
  tmp, temp, temporary, pending, default, value, val, str, string, text, data, obj, info, confirm, confirmation,
  repeat, session, req
`);
export const trailingAdorners = listed(`
  value, val, str, string, text, data, obj, object, info, confirm, confirmation, new, old, current, raw, plain,
  plaintext, cleartext, decrypted, tmp, temp, v, pem, hex, ascii, base64, base32, json, repeat, again
`);
/** Not behind a weak word: `tokenInfo` and `authData` hold what was read from a token as often as the token. */
export const weakTrailingAdorners = listed('value, val, str, string, raw, plain, new, old, current, tmp, temp');
/** Such a value lives for the length of one form. */
export const shortLived = listed('pending, temp, tmp, temporary');

/** Weak words speak for a secret alone or behind one of these: not in `boardingPass`, `mapPin`, `lastAuth`. */
export const weakOwners: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'pass',
    listed(`
    user, db, database, smtp, mail, email, admin, login, account, ftp, sftp, ssh, root, mysql, pg, postgres, redis,
    mongo, wifi, proxy, server, basic, ldap, imap, client, host, auth
  `),
  ],
  ['pw', listed('user, db, database, smtp, mail, email, admin, login, account, root, client, encrypt, auth')],
  [
    'pin',
    listed(`
    user, card, debit, atm, account, login, security, access, unlock, device, wallet, parental, sim, customer, member,
    admin
  `),
  ],
  ['auth', listed('user, admin, api, http, proxy, digest, registry')],
]);

/** Companies whose name before `token`, `key` or `pat` says whose credential it is. */
export const providers = listed(`
  stripe, github, gh, gitlab, bitbucket, aws, azure, gcp, google, openai, anthropic, slack, discord, twilio, sendgrid,
  mailgun, postmark, resend, firebase, supabase, shopify, paypal, square, plaid, algolia, cloudflare, heroku, vercel,
  netlify, datadog, sentry, npm, pypi, docker, jira, notion, linear, hubspot, salesforce, okta, auth0, clerk,
  telegram, facebook, twitter, linkedin, spotify, dropbox, huggingface, mapbox, instagram, tiktok, twitch, strava,
  fitbit, zoom, asana, trello, zendesk, intercom, mailchimp, braintree, xero, quickbooks, gmail, microsoft, msal,
  graph, digitalocean, replicate, groq, mistral, cohere, gemini, openrouter, elevenlabs, razorpay, paystack, coinbase,
  binance, pinterest, oauth, oidc, keycloak
`);
/** Whose `key` names a ticket, a page or a field of a board. */
export const keyMeansId = listed(`
  jira, notion, linear, square, sentry, docker, npm, graph, oauth, oidc, asana, trello, zoom
`);
/** Words that may stand between a provider and its `key`: `stripeLiveKey`. */
export const keyGrades = listed('live, test, prod, production, server, admin, sandbox');
