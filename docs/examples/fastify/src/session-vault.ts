import { randomBytes } from 'node:crypto';

interface Entry {
  value: unknown;
  expires: number;
}

/** In memory, for the example: a restart forgets everything. Replace the map by a store your servers share. */
const LIFETIME = 24 * 60 * 60 * 1000;
const entries = new Map<string, Entry>();

function entryOf(reference: string): Entry {
  const entry = entries.get(reference);
  if (!entry || entry.expires <= Date.now()) {
    entries.delete(reference);
    throw Object.assign(new Error('Unknown or expired vault reference.'), { statusCode: 401 });
  }
  return entry;
}

async function store(value: unknown): Promise<string> {
  const reference = randomBytes(24).toString('base64url');
  entries.set(reference, { value, expires: Date.now() + LIFETIME });
  return reference;
}

/** Without a reference there is nothing to read, as there was nothing in the session. */
async function read<T = string>(reference: string): Promise<T>;
async function read<T = string>(reference: string | null | undefined): Promise<T | undefined>;
async function read<T = string>(reference: string | null | undefined): Promise<T | undefined> {
  return reference ? (entryOf(reference).value as T) : undefined;
}

async function rotate(reference: string, value: unknown): Promise<void> {
  entryOf(reference).value = value;
}

async function revoke(reference: string | null | undefined): Promise<void> {
  if (reference) entries.delete(reference);
}

export const vault = { store, read, rotate, revoke };
