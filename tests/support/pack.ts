import { execFileSync, execSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const root = join(__dirname, '../..');
const compiler = join(root, 'node_modules/typescript/bin/tsc');

declare module 'vitest' {
  interface ProvidedContext {
    /** What would be published: the tarball, its content, and a folder for hosts that is removed in the end. */
    packed: { tarball: string; content: string; hosts: string };
  }
}

/** Builds if need be and packs the package once, for all tests that want to see it as its users do. */
export default function setup(project: TestProject): () => void {
  if (isStale()) execFileSync(process.execPath, [compiler], { cwd: root, stdio: 'inherit' });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-secrets-')));
  execSync(`npm pack --silent --ignore-scripts --pack-destination "${folder}"`, { cwd: root, stdio: 'pipe' });
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  project.provide('packed', {
    tarball: join(folder, tarball),
    content: join(folder, 'package'),
    hosts: join(folder, 'hosts'),
  });
  return () => rmSync(folder, { recursive: true, force: true });
}

/** `npm test` has just built; whoever starts vitest directly may not have. */
function isStale(): boolean {
  const built = join(root, 'dist/index.js');
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const newest = Math.max(...sources.map((file) => statSync(join(root, 'src', file)).mtimeMs));
  return !existsSync(built) || statSync(built).mtimeMs < newest;
}
