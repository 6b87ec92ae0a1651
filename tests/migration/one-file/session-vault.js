'use strict';

/** A vault whose store takes its time, as one across a network does. */
const entries = new Map();
const wait = () => new Promise((resolve) => setTimeout(resolve, Number(process.env.VAULT_LATENCY)));
let count = 0;

const keep = (value, reference = `ref-${(count += 1)}`) => {
  if (!value) return value;
  entries.set(reference, JSON.stringify(value));
  return reference;
};

exports.vault = {
  async store(value) {
    const reference = keep(value);
    await wait();
    return reference;
  },
  async read(reference) {
    await wait();
    if (!reference) return reference;
    if (!entries.has(reference)) throw new Error('unknown reference');
    return JSON.parse(entries.get(reference));
  },
  async rotate(reference, value) {
    await wait();
    return keep(value, entries.has(reference) ? reference : undefined);
  },
  async revoke(reference) {
    await wait();
    entries.delete(reference);
  },
};
