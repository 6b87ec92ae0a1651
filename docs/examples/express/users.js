'use strict';

const { randomBytes, scryptSync, timingSafeEqual } = require('node:crypto');

const users = new Map([['alice', hashed('wonderland')]]);

function hashed(password, salt = randomBytes(16)) {
  return { salt, hash: scryptSync(password, salt, 32) };
}

function isUser(name, password) {
  const user = users.get(name);
  return Boolean(user) && timingSafeEqual(hashed(String(password), user.salt).hash, user.hash);
}

module.exports = { isUser };
