import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ownEnvironment } from '../../support/host';
import type { Copy } from './workplace';

const program = `
import { createInterface } from 'node:readline';
import { vault } from '#session-vault';

for await (const reference of createInterface({ input: process.stdin })) {
  const answer = await vault.read(reference).catch(({ code }) => code);
  process.stdout.write(JSON.stringify(answer) + '\\n');
}
`;

/** Another process of the program, with its vault: reads what a reference stands for, or says why it cannot. */
export interface VaultDesk {
  read(reference: string): Promise<unknown>;
  stop(): void;
}

export function openVaultDesk(copy: Copy, env: Readonly<Record<string, string>>): VaultDesk {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: copy.folder,
    env: { ...ownEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async read(reference) {
      child.stdin.write(`${reference}\n`);
      return JSON.parse((await lines.next()).value as string);
    },
    stop: () => void child.kill('SIGKILL'),
  };
}
