import { splitWords } from './split-words';
import { listed } from '../word-list';

/** Words of keys that hold who somebody is, or that they are logged in, run together. */
const identities = listed(`
  user, useruuid, userid, userpk, uid, username, userinfo, userdata, useraccount, currentuser, currentuserid, authuser,
  authuserid, authenticateduser, authenticateduserid, loggedinuser, loggedinuserid, loginuser, login, loggedin,
  isloggedin, islogin, isloggined, userloggedin, authenticated, isauthenticated, userauthenticated, auth, isauth,
  authed, isauthed, principal, identity, passport, account, accountid, accountuuid, member, memberid, customer,
  customerid, employee, employeeid, admin, adminid, adminuser, adminuserid, isadmin, student, studentid, teacher, teacherid, owner, ownerid
`);

/** Does a session key say who somebody is, or that they are logged in: `userId`, `user`, `isAuthenticated`? */
export const isIdentityName = (name: string): boolean => identities.has(splitWords(name).join(''));

/**
 * Words of keys that hold what a database or a middleware gave as a whole; `grant` and `kauth` are written by theirs.
 */
const records = listed('profile, userprofile, person, row, record, entity, grant, kauth');

/**
 * Does a session key hold an object that is mostly put there as a whole: `user`, `profile`, `passport`? What lies below
 * it need not have come by a write that names it.
 */
export const isRecordName = (name: string): boolean => isIdentityName(name) || records.has(splitWords(name).join(''));
