// Written by `npm run update` from the files of this folder.
import noBroadCookieScope from './no-broad-cookie-scope';
import noDefaultSessionName from './no-default-session-name';
import noHardcodedSessionSecret from './no-hardcoded-session-secret';
import noHardcodedVaultValue from './no-hardcoded-vault-value';
import noIneffectiveCookieOption from './no-ineffective-cookie-option';
import noLongLivedSession from './no-long-lived-session';
import noMemoryStore from './no-memory-store';
import noSecretInCookie from './no-secret-in-cookie';
import noSecretInSession from './no-secret-in-session';
import noSecretInSessionType from './no-secret-in-session-type';
import noSessionLeak from './no-session-leak';
import noSessionOnStaticAssets from './no-session-on-static-assets';
import noUserObjectInSession from './no-user-object-in-session';
import noWeakSessionSecret from './no-weak-session-secret';
import preferVaultRead from './prefer-vault-read';
import requireCsrfProtection from './require-csrf-protection';
import requireHttpOnlyCookie from './require-http-only-cookie';
import requireSameSiteCookie from './require-same-site-cookie';
import requireSecureCookie from './require-secure-cookie';
import requireSessionDestruction from './require-session-destruction';
import requireSessionRegeneration from './require-session-regeneration';
import requireTrustProxy from './require-trust-proxy';

export const rules = {
  'no-broad-cookie-scope': noBroadCookieScope,
  'no-default-session-name': noDefaultSessionName,
  'no-hardcoded-session-secret': noHardcodedSessionSecret,
  'no-hardcoded-vault-value': noHardcodedVaultValue,
  'no-ineffective-cookie-option': noIneffectiveCookieOption,
  'no-long-lived-session': noLongLivedSession,
  'no-memory-store': noMemoryStore,
  'no-secret-in-cookie': noSecretInCookie,
  'no-secret-in-session': noSecretInSession,
  'no-secret-in-session-type': noSecretInSessionType,
  'no-session-leak': noSessionLeak,
  'no-session-on-static-assets': noSessionOnStaticAssets,
  'no-user-object-in-session': noUserObjectInSession,
  'no-weak-session-secret': noWeakSessionSecret,
  'prefer-vault-read': preferVaultRead,
  'require-csrf-protection': requireCsrfProtection,
  'require-http-only-cookie': requireHttpOnlyCookie,
  'require-same-site-cookie': requireSameSiteCookie,
  'require-secure-cookie': requireSecureCookie,
  'require-session-destruction': requireSessionDestruction,
  'require-session-regeneration': requireSessionRegeneration,
  'require-trust-proxy': requireTrustProxy,
};
