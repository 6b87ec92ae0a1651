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

/** What a session holds for a value: a reference to it, or the value itself where it is nothing. */
type Kept<T> = T extends null | undefined ? T : string;

async function store<T>(value: T): Promise<Kept<T>> {
  if (!value) return value as Kept<T>;
  const reference = randomBytes(24).toString('base64url');
  entries.set(reference, { value, expires: Date.now() + LIFETIME });
  return reference as Kept<T>;
}

/** Without a reference there is nothing to read, as there was nothing in the session. */
async function read<T = string>(reference: string): Promise<T>;
async function read<T = string>(reference: string | undefined): Promise<T | undefined>;
async function read<T = string>(reference: string | null | undefined): Promise<T | null | undefined>;
async function read<T = string>(reference: string | null | undefined): Promise<T | null | undefined> {
  return reference ? (entryOf(reference).value as T) : (reference as null | undefined);
}

/** Another value behind the same reference; a new reference where nothing is behind the old one. */
async function rotate<T>(reference: string | null | undefined, value: T): Promise<Kept<T>> {
  if (value && reference && entries.has(reference)) {
    entries.set(reference, { value, expires: Date.now() + LIFETIME });
    return reference as Kept<T>;
  }
  await revoke(reference);
  return store(value);
}

async function revoke(reference: string | null | undefined): Promise<void> {
  if (reference) entries.delete(reference);
}

export const vault = { store, read, rotate, revoke };
