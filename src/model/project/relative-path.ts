import nodePath from 'node:path';
import type { PlatformPath } from 'node:path';

/**
 * How one file writes the path of another one: `./config/session.js`, with `/` on every system; the whole path where
 * that is on another drive.
 * @param path the rules of the system for paths
 */
export function relativePath(to: string, from: string, path: PlatformPath = nodePath): string {
  const way = path.relative(path.dirname(from), to);
  const text = way.replaceAll('\\', '/');
  return text.startsWith('../') || path.isAbsolute(way) ? text : `./${text}`;
}
