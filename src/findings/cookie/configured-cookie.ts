import type { TSESTree } from '@typescript-eslint/utils';
import { variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import type { AttributeName, Attributes } from '../../libraries/types';
import { sessionCookiesIn } from '../../model/cookie/session-cookies';
import { possibleValuesOf } from '../../model/dataflow/values';
import { objectsBehind } from '../../model/setup/auto-imported-setup';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { splitWords } from '../../secrets/names/names';
import { namesSessionCookie } from '../../secrets/names/setting-names';

/**
 * What a configuration gives a session's cookie, under a key that says so; whoever sets the session up is another file.
 */
export interface ConfiguredCookie {
  object: TSESTree.ObjectExpression;
  /** `session.cookie` */
  path: readonly string[];
  /** As this configuration spells them. Nothing is known of what it leaves out. */
  attributes: Attributes;
}

/** `secure` as most libraries spell it, and `isSecure` as hapi does. */
const spellings: readonly Attributes[] = [
  {
    secure: { path: ['secure'] },
    httpOnly: { path: ['httpOnly'] },
    sameSite: { path: ['sameSite'], values: ['lax', 'strict', 'none'] },
  },
  {
    secure: { path: ['isSecure'] },
    httpOnly: { path: ['isHttpOnly'] },
    sameSite: { path: ['isSameSite'], values: ['Lax', 'Strict', 'None'] },
  },
];

/** The objects of a file that configure a session's cookie for another one, each in the spelling it uses. */
export const configuredCookiesIn = oncePerFile((file: FileContext): readonly ConfiguredCookie[] => {
  const { properties, assignments, declarators } = file.nodes;
  const places = [
    ...properties.flatMap((one) =>
      one.parent.type === 'ObjectExpression' && one.kind === 'init' ? placeAt(one, one.value, file) : [],
    ),
    ...assignments.flatMap((one) => (one.operator === '=' ? placeAt(one.left, one.right, file) : [])),
    ...declarators.flatMap((one) => (one.init && isExported(one.id, file) ? placeAt(one.id, one.init, file) : [])),
  ];
  if (places.length === 0 || isOfAnotherEnvironment(file.filename)) return [];
  const known = new Set<TSESTree.Node>(
    sessionCookiesIn(file).flatMap(({ node, options }) =>
      options ? [options, ...objectsBehind(options, file)] : [node],
    ),
  );
  return places
    .filter(({ object }) => isConfiguration(object, known))
    .flatMap((place) => {
      const keys = new Set(
        place.object.properties.map((one) => (one.type === 'Property' ? staticName(one) : undefined)),
      );
      // With a value it is a cookie that was written down, not the way all of them are sent.
      if (keys.has('value')) return [];
      return spellings
        .filter((attributes) => Object.values(attributes).some(({ path }) => keys.has(path[0])))
        .map((attributes) => ({ ...place, attributes }));
    });
});

/** Is an attribute set by statements, `config.session.cookie.secure = true`? They may run in production alone. */
export function isAssigned(attribute: AttributeName, { attributes }: ConfiguredCookie, file: FileContext): boolean {
  const key = attributes[attribute]?.path[0];
  return file.nodes.assignments.some(({ left }) => left.type === 'MemberExpression' && staticName(left) === key);
}

/** The one object behind a value, if the keys down to it tell. */
function placeAt(at: TSESTree.Node, value: TSESTree.Node, file: FileContext): Omit<ConfiguredCookie, 'attributes'>[] {
  const path = pathTo(at, file);
  if (!path) return [];
  const sources = possibleValuesOf(value, file);
  const [source] = sources;
  return source?.node.type === 'ObjectExpression' && sources.length === 1 ? [{ object: source.node, path }] : [];
}

/** The last key or the last two; null where they lead to no session's cookie. */
function pathTo(at: TSESTree.Node, file: FileContext): string[] | null {
  const own = keyOf(at, file);
  if (own === undefined) return null;
  if (namesSessionCookie([own])) return [own];
  const around = containerOf(at);
  const container = around && keyOf(around, file);
  return container !== undefined && container !== null && namesSessionCookie([container, own])
    ? [container, own]
    : null;
}

function containerOf(at: TSESTree.Node): TSESTree.Node | null {
  if (at.type === 'MemberExpression') return unwrap(at.object);
  const { parent } = at.parent ? outermost(at.parent) : at;
  switch (parent?.type) {
    case 'Property':
      return parent;
    case 'AssignmentExpression':
      return parent.left;
    case 'VariableDeclarator':
      return parent.id;
    default:
      return null;
  }
}

function keyOf(node: TSESTree.Node, file: FileContext): string | undefined {
  if (node.type === 'Property') return staticName(node);
  if (node.type === 'MemberExpression') return isSetting(node.object) ? staticName(node) : undefined;
  // A mere `session` or `cookie` may be anything that happens during one.
  const isTelling =
    node.type === 'Identifier' && !/^(?:session|cookie)s?$/i.test(node.name) && variableOf(node, file.sourceCode);
  return isTelling ? node.name : undefined;
}

/** `config`, `module.exports`, `exports.session`: not a request or a client. */
function isSetting(object: TSESTree.Node): boolean {
  const node = unwrap(object);
  if (node.type === 'Identifier')
    return /^(?:config(?:uration)?|conf|cfg|settings?|opts|options|exports)$/i.test(node.name);
  return node.type === 'MemberExpression' && (staticName(node) === 'exports' || isSetting(node.object));
}

/** A constant that a file keeps for itself is judged where it is used. */
function isExported(id: TSESTree.BindingName, file: FileContext): boolean {
  if (id.type !== 'Identifier') return false;
  if (id.parent.parent?.parent?.type === 'ExportNamedDeclaration') return true;
  return (variableOf(id, file.sourceCode)?.references ?? []).some(
    ({ identifier }) => (identifier as TSESTree.Node).parent?.type === 'ExportSpecifier',
  );
}

const among = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(' '));

/** Words of what is in force outside production alone, and of what others build on. */
const otherEnvironments = among(
  'dev development develop test tests testing local localhost default defaults base common shared fallback',
);

/** Words of what is no configuration. */
const descriptions = among(
  'example sample mock mocks fixture fixtures stub expected result results report status state checks schema insecure',
);

const isElsewhere = (name = ''): boolean =>
  splitWords(name).some((word) => otherEnvironments.has(word) || descriptions.has(word));

/** Is an object in force everywhere, and read by nobody we know? */
function isConfiguration(object: TSESTree.ObjectExpression, known: ReadonlySet<TSESTree.Node>): boolean {
  let node: TSESTree.Node | undefined = object;
  for (let level = 0; node && level < 40; level += 1, node = node.parent) {
    if (known.has(node)) return false;
    if (/^(?:Conditional|Logical)Expression$|^(?:If|Switch|For|While|Try)/.test(node.type)) return false;
    if (node.type === 'Property' && isElsewhere(staticName(node))) return false;
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && isElsewhere(node.id.name)) return false;
    if (
      node.type === 'AssignmentExpression' &&
      node.left.type === 'MemberExpression' &&
      isElsewhere(staticName(node.left))
    )
      return false;
  }
  return true;
}

/** `config/development.js`, `config.dev.ts`, `settings/default.js`: another file says what production does. */
const isOfAnotherEnvironment = (filename: string): boolean =>
  splitWords(
    filename
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '',
  ).some((word) => otherEnvironments.has(word));
