import { demoModule } from '../../demo/modules';
import { ownEnvironment } from '../../support/host';

const { startNode } = await demoModule('processes');
const { endWithParent } = await demoModule('paths');

/** A program that is running. */
export interface Server {
  url: string;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a program that says where it is listening. It ends with this process, however that ends. */
export async function startServer(
  folder: string,
  entry: string,
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const program = startNode(['--require', endWithParent, entry], {
    cwd: folder,
    env: { ...ownEnvironment(), PORT: '0', ...env },
  });
  const { child } = program;
  const deadline = Date.now() + 60_000;
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output)?.[0];
    if (url !== undefined) return { url, output: () => program.output, stop };
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${entry} did not start:\n${program.output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }
}
