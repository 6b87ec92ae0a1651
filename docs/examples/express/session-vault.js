'use strict';

const { randomBytes } = require('node:crypto');

/** In memory, for the example: a restart forgets everything. Replace the map by a store your servers share. */
const LIFETIME = 24 * 60 * 60 * 1000;
const entries = new Map();

function entryOf(reference) {
  const entry = entries.get(reference);
  if (!entry || entry.expires <= Date.now()) {
    entries.delete(reference);
    throw Object.assign(new Error('Unknown or expired vault reference.'), { status: 401 });
  }
  return entry;
}

const vault = {
  /** What is nothing (undefined, null, '') has no reference: whoever asks whether it is there hears the same as before. */
  async store(value) {
    if (!value) return value;
    const reference = randomBytes(24).toString('base64url');
    entries.set(reference, { value, expires: Date.now() + LIFETIME });
    return reference;
  },

  /** Without a reference there is nothing to read, as there was nothing in the session. */
  async read(reference) {
    return reference ? entryOf(reference).value : reference;
  },

  /** Another value behind the same reference; a new reference where nothing is behind the old one. */
  async rotate(reference, value) {
    if (value && entries.has(reference)) {
      entries.set(reference, { value, expires: Date.now() + LIFETIME });
      return reference;
    }
    entries.delete(reference);
    return vault.store(value);
  },

  async revoke(reference) {
    entries.delete(reference);
  },
};

module.exports = { vault };
