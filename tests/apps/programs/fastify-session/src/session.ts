import { mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifySessionObject } from '@fastify/session';
import type { Session } from 'fastify';

declare module 'fastify' {
  interface Session {
    login?: string;
    githubToken?: string;
    deployKeys?: { name: string; fingerprint: string }[];
  }
}

type Done<T = unknown> = (error: unknown, result?: T) => void;

/** One file for each session, in the folder that our servers share. */
export class FolderStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  set(id: string, session: FastifySessionObject, done: Done): void {
    writeFile(this.#file(id), JSON.stringify(session)).then(() => done(null), done);
  }

  get(id: string, done: Done<Session | null>): void {
    readFile(this.#file(id), 'utf8').then(
      (text) => done(null, JSON.parse(text) as Session),
      () => done(null, null),
    );
  }

  destroy(id: string, done: Done): void {
    rm(this.#file(id), { force: true }).then(() => done(null), done);
  }

  #file(id: string): string {
    return join(this.#folder, `${id.replace(/[^\w-]/g, '')}.json`);
  }
}
