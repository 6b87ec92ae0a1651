import type { TSESTree } from '@typescript-eslint/utils';
import { functionAround } from '../../ast/functions';
import { outermost, unwrap } from '../../ast/unwrap';
import { constantOf } from '../../model/dataflow/values';
import { numberOf, sumOf } from '../../model/dataflow/duration';
import type { CookieWrite } from '../../model/cookie/cookie-write';
import type { FileContext } from '../../model/file/file-context';
import { attributeValueOf } from '../../model/cookie/attribute-value';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import type { SessionSetup } from '../../model/setup/session-setup';

/** An `expires` that is worked out once, when the program starts, and is the same for every session after that. */
export interface FixedExpiry {
  /** The date. */
  node: TSESTree.Expression;
  option: string;
  /** What is added to the time of the start, where the lifetime could be given as such. */
  ahead: TSESTree.Expression | null;
  isLocal: boolean;
}

/** The expiry of a session's cookie that the program works out only once; null where it may be made each time. */
export function fixedExpiryOf(site: SessionCookie, file: FileContext): FixedExpiry | null {
  if (site.kind === 'header') return null;
  const said = attributeValueOf(site, 'expires', file);
  if (said.state !== 'set') return null;
  const { node, isLocal } = said;
  const ahead = sumOf(node);
  if (!(ahead ? isPositive(ahead, file) : isLaterDate(node, file)) || !isMadeOnce(node, site)) return null;
  return { node, option: site.attributes.expires?.path.join('.') ?? '', ahead, isLocal };
}

/** What is over already deletes. */
const isPositive = (ahead: TSESTree.Node, file: FileContext): boolean => (numberOf(ahead, file) ?? 1) > 0;

/** `new Date('2030-01-01')`. */
function isLaterDate(expression: TSESTree.Node, file: FileContext): boolean {
  const node = unwrap(expression);
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return false;
  const [first] = node.arguments;
  const time = first && constantOf(first, file)?.value;
  return (typeof time === 'string' || typeof time === 'number') && new Date(time).getFullYear() > 2000;
}

function isMadeOnce(node: TSESTree.Node, site: SessionSetup | CookieWrite): boolean {
  const maker = functionAround(node);
  // A write of its own at the top of a program happens once, and so may its date.
  if (!maker) return site.kind === 'setup' || site.fact.definition === true || functionAround(site.node) !== null;
  return site.kind === 'setup' && functionAround(site.node) === maker && isInstalled(site.node);
}

/** `app.use(session({…}))`, `app.register(session, {…})`: done once, in whatever function that is. */
function isInstalled(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  const call = parent?.type === 'CallExpression' && parent.callee !== node ? parent : node;
  if (call.type !== 'CallExpression') return false;
  const callee = unwrap(call.callee);
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    /^(?:use|register)$/.test(callee.property.name)
  );
}
