import type { TSESTree } from '@typescript-eslint/utils';
import type { FileContext } from '../../model/file/file-context';
import { versionOf } from '../../model/file/library-version';
import { valuesAtPath, possibleValuesOf } from '../../model/dataflow/values';
import type { SessionCookie } from '../../model/cookie/session-cookies';

/** An object that takes the place of a library's defaults and leaves some of them out. */
export interface DroppedDefaults {
  /** The object as it is written. */
  node: TSESTree.ObjectExpression;
  /** The option it stands at. */
  option: string;
  /** What it leaves out, each with the keys that are missing below `owner`. */
  dropped: readonly { attribute: Protection; key: string; missing: readonly string[] }[];
  /** The object they have to be added to; null where that is not one. */
  owner: TSESTree.ObjectExpression | null;
}

const protections = ['httpOnly', 'sameSite', 'secure', 'path'] as const;

type Protection = (typeof protections)[number];

/** What a set-up's own object takes away from its session cookie; null where the library merges, or nobody can say. */
export function droppedDefaultsOf(site: SessionCookie, file: FileContext): DroppedDefaults | null {
  if (site.kind !== 'setup' || !site.options) return null;
  const { replaces, onlyIn } = site.fact;
  if (!replaces) return null;
  const version = versionOf(site.library, site.module, file, onlyIn);
  if (replaces.before !== undefined && version.isBefore(replaces.before) !== true) return null;
  const [outcome, ...others] = valuesAtPath(site.options, replaces.path, file);
  if (outcome?.state !== 'set' || others.length > 0) return null;
  const [source, ...more] = possibleValuesOf(outcome.node, file);
  if (source?.node.type !== 'ObjectExpression' || more.length > 0) return null;
  const dropped: DroppedDefaults['dropped'][number][] = [];
  const owners = new Set<TSESTree.ObjectExpression | null>();
  for (const attribute of protections) {
    const path = site.attributes[attribute]?.path;
    if (!path || !replaces.path.every((step, index) => step === path[index])) continue;
    const [found, ...rest] = valuesAtPath(site.options, path, file);
    if (found?.state !== 'absent' || rest.length > 0) continue;
    owners.add(found.owner);
    dropped.push({ attribute, key: path.at(-1) ?? '', missing: found.missing });
  }
  const [owner = null] = owners.size === 1 ? owners : [];
  return dropped.length > 0 ? { node: source.node, option: replaces.path.join('.'), dropped, owner } : null;
}
