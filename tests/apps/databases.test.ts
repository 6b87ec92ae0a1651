import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noneOfThem, nothingBack, race, raceOfTwo } from '../cli/vault-race';
import { projectWithVault } from '../cli/vault-process';
import { programCalled } from './harness/program';
import type { StartDatabase } from './harness/real-database';
import { mariadb, postgres } from './harness/real-database';

const databases: [name: string, command: string | undefined, start: StartDatabase][] = [
  ['PostgreSQL', programCalled(['postgres'], 'POSTGRES_SERVER'), postgres],
  ['MariaDB', programCalled(['mariadbd'], 'MARIADB_SERVER'), mariadb],
];
const isNeeded = Boolean(process.env['CI']);

describe.each(databases)('the vault in a real %s', (name, command, start) => {
  if (!command && !isNeeded) console.warn(`Skipped: the vault in a real ${name}, for there is none on this machine.`);

  it.skipIf(!command && !isNeeded)('brings nothing back that requests have rotated or revoked', async () => {
    if (!command) throw new Error(`There is no ${name} on this machine: install it, or say where its server is.`);
    const database = await start(command);
    onTestFinished(() => database.stop());
    const project = projectWithVault();
    symlinkSync(join(__dirname, 'node_modules'), join(project.folder, 'node_modules'), 'junction');

    project.write({ 'race.mjs': race });
    const env = { SESSION_VAULT_URL: database.url, SESSION_VAULT_KEY: 'ab'.repeat(32) };
    const { out, err } = await project.node(['race.mjs', '20', '4'], env);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual(noneOfThem);
    expect(await raceOfTwo(project, database.url, 40)).toEqual(nothingBack);
  });
});
