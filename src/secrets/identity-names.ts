import { splitWords } from './split-words';
import { listed } from './word-list';

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
