import { expect, it } from 'vitest';
import { isIdentityName } from '../../../src/secrets/names/identity-names';

it.each(
  `user userId user_id USER_ID userid uid username user-name currentUser loggedIn loggedin isLoggedIn is_logged_in isAuthenticated
  authenticated auth passport account accountId adminUser isAdmin customerId member_id logged_in loggedInUser`
    .trim()
    .split(/\s+/),
)('%s says who somebody is', (name) => {
  expect(isIdentityName(name)).toBe(true);
});

it.each(
  `users userCount userAgent returnTo pendingUserId tempUser lastUser userTheme views cart csrf email redirectTo authState
  loginAttempts accounts oauthState id name role language`
    .trim()
    .split(/\s+/),
)('%s does not', (name) => {
  expect(isIdentityName(name)).toBe(false);
});
