import type { TSESTree } from '@typescript-eslint/utils';
import { blockAround } from '../../ast/functions';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { CookieWrite as CookieWriteFact } from '../../libraries/types';
import { memberNameOf } from './cookie-member-name';
import type { CookieWrite } from './cookie-write';
import { isForOneEnvironment } from '../dataflow/environment-branch';
import { factIndexOf } from '../facts/fact-index';
import type { FileContext } from '../file/file-context';
import type { Fact } from '../facts/known-libraries';
import { attributesAt, versionOf } from '../file/library-version';
import { isWithin } from '../file/imports';
import { isChain } from '../file/member-chain';
import type { Reading } from '../setup/read-option';

/** `cookie.sid.httpOnly = false`. */
interface Assigned extends Fact<CookieWriteFact> {
  cookie: TSESTree.Expression;
  key: string;
  assignment: TSESTree.AssignmentExpression;
}

/**
 * Cookies whose value and attributes are assigned one by one. What is assigned to one cookie in one block is one write;
 * what is not assigned there may have been said anywhere else.
 */
export function assignedCookiesIn(file: FileContext): CookieWrite[] {
  const groups = new Map<TSESTree.Node | undefined, Map<string, Assigned[]>>();
  for (const assignment of file.nodes.assignments) {
    const one = assignedAt(assignment, file);
    if (!one) continue;
    const inBlock = groups.get(blockAround(assignment)) ?? new Map<string, Assigned[]>();
    groups.set(blockAround(assignment), inBlock);
    const text = file.textOf(one.cookie);
    inBlock.set(text, [...(inBlock.get(text) ?? []), one]);
  }
  return [...groups.values()].flatMap((inBlock) =>
    [...inBlock.values()].flatMap((group) => writeOf(group, file) ?? []),
  );
}

function assignedAt(assignment: TSESTree.AssignmentExpression, file: FileContext): Assigned | null {
  const left = unwrap(assignment.left);
  if (left.type !== 'MemberExpression' || !/^(?:\?\?|\|\|)?=$/.test(assignment.operator)) return null;
  const key = staticName(left);
  if (key === undefined) return null;
  const match = factIndexOf(file.libraries).assignedCookies.find(
    ({ fact, names, keys }) =>
      keys.has(key) &&
      (!fact.within || isWithin(fact.within, file)) &&
      isChain(left.object, names, file, { isHandler: fact.within !== undefined }),
  );
  return match ? { library: match.library, fact: match.fact, cookie: left.object, key, assignment } : null;
}

function writeOf(group: readonly Assigned[], file: FileContext): CookieWrite | null {
  const [first] = group;
  if (!first) return null;
  const { library, fact, cookie, assignment } = first;
  const attributes = attributesAt(fact.attributes, versionOf(library, library.module, file));
  return {
    kind: 'write',
    library,
    module: library.module,
    fact,
    node: assignment,
    anchor: assignment.left,
    options: null,
    argument: null,
    attributes,
    name: memberNameOf(cookie, file),
    value: group.filter(({ key }) => key === 'value').at(-1)?.assignment.right ?? null,
    read: (attribute) => readingIn(group, attributes[attribute]?.path.join('.'), file),
    secrets: () => [],
  };
}

/** What one assignment says; unknown where there are several, and where the environment decides. */
function readingIn(group: readonly Assigned[], key: string | undefined, file: FileContext): Reading | null {
  if (key === undefined) return null;
  const [only, ...others] = group.filter((one) => one.key === key);
  if (!only || others.length > 0 || only.assignment.operator !== '=' || isForOneEnvironment(only.assignment, file)) {
    return { state: 'unknown' };
  }
  return { state: 'set', node: only.assignment.right, isShared: false, others: [] };
}
