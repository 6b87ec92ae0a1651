import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { staticName } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { qualifiedNameOf } from '../../model/dataflow/qualified-name';
import { constantOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';
import { namesSessionConfiguration } from '../../secrets/names/setting-names';
import { isAboutSettings, isSecretText, isTranslationFile } from './configured-text';
import { defaultIn } from './getter-default';
import { namesOwnSecret, namesSigningSecret } from './secret-setting-name';
import type { JudgedValue } from './secret-verdict';
import { verdictsOn } from './secret-verdict';
import { isConfiguration, isExported } from './setting-place';
import { isInTextCatalogue } from './text-catalogue';

/** A value that a configuration gives a session's secret, under a key that says so. */
export interface ConfiguredSecret extends JudgedValue {
  /** The key, with that of the configuration it stands in where its own does not tell: `session secret`. */
  key: string;
}

/** An expression under a telling key. */
interface Place {
  key: string;
  node: TSESTree.Node;
  /** What the place holds is only taken where nothing is configured: a default. */
  isFallback?: boolean;
  /** Other values than fallbacks say nothing here: a local name, a variable of the environment set by a test. */
  isOnlyForFallbacks?: boolean;
}

/** The secrets a file configures by name, whoever uses them; each value once. */
export const configuredSecretsIn = oncePerFile((file: FileContext): readonly ConfiguredSecret[] => {
  const found = new Map<TSESTree.Node, ConfiguredSecret>();
  const places = placesIn(file);
  if (places.length === 0 || isTranslationFile(file.filename)) return [];
  for (const place of places) {
    for (const value of valuesAt(place, file)) {
      if (!found.has(value.node)) found.set(value.node, { ...value, key: place.key });
    }
  }
  return [...found.values()];
});

/** What each telling key of a setting has in it. */
const tellingPart = /secret|password|(?:signing|signature|encryption)[_-]?key/i;

function placesIn(file: FileContext): Place[] {
  const { properties, assignments, declarators, expressions, calls } = file.nodes;
  return [
    ...properties.flatMap((one) => placesAtProperty(one)),
    ...assignments.flatMap((one) => placesAtAssignment(one, file)),
    ...declarators.flatMap((one) => placesAtDeclarator(one, file)),
    ...expressions.flatMap((one) => placesAtName(one, file)),
    ...calls.flatMap((one) => placesAtCall(one, file)),
  ];
}

function valuesAt(
  { key, node, isFallback = false, isOnlyForFallbacks = false }: Place,
  file: FileContext,
): JudgedValue[] {
  return verdictsOn(node, file).flatMap((value) => {
    const result = { ...value, isFallback: value.isFallback || isFallback };
    if (isOnlyForFallbacks && !result.isFallback) return [];
    if (value.text === undefined) return [result];
    if (typeof constantOf(value.node, file)?.value === 'number' || !isSecretText(value.text, key)) return [];
    return isAboutSettings(node, result.isFallback) || isInTextCatalogue(value.node) ? [] : [result];
  });
}

/** `{ sessionSecret: … }`, `{ session: { secret: … } }`, `({ sessionSecret = … })`. */
function placesAtProperty(property: TSESTree.Property): Place[] {
  const key = staticName(property);
  if (key === undefined || property.kind !== 'init' || property.method) return [];
  if (property.value.type === 'AssignmentPattern') {
    return namesSigningSecret(key) ? [{ key, node: property.value.right, isFallback: true }] : [];
  }
  if (property.parent.type !== 'ObjectExpression') return [];
  if (namesSigningSecret(key)) return placesOf(key, property.value);
  if (key === 'cookieName') return sealingPassword(property.parent);
  const value = unwrap(property.value);
  return namesSessionConfiguration(key) && value.type === 'ObjectExpression' ? placesInside(value, key) : [];
}

/** `{ cookieName, password, cookieOptions }` can be nothing but the options of a sealed session, whoever reads them. */
function sealingPassword({ properties }: TSESTree.ObjectExpression): Place[] {
  const own = properties.flatMap((one) => (one.type === 'Property' && one.kind === 'init' ? [one] : []));
  const named = (name: string): TSESTree.Property | undefined => own.find((one) => staticName(one) === name);
  const password = named('cookieOptions') && named('password');
  return password ? [{ key: 'session password', node: unwrap(password.value) }] : [];
}

function placesInside(object: TSESTree.ObjectExpression, container: string): Place[] {
  return object.properties.flatMap((inner) => {
    const key = inner.type === 'Property' && inner.kind === 'init' ? staticName(inner) : undefined;
    if (inner.type !== 'Property' || key === undefined || !namesOwnSecret(key)) return [];
    return placesOf(`${container} ${key}`, inner.value);
  });
}

/**
 * A schema (`{ format: String, default: … }`, `str({ default: … })`) holds the value a level deeper, and so does a
 * choice by the environment (`{ $filter: 'env', production: …, $default: … }`).
 */
function placesOf(key: string, value: TSESTree.Node): Place[] {
  const node = unwrap(value);
  const described = node.type === 'CallExpression' ? node.arguments[0] : node;
  const schema = described && unwrap(described);
  if (schema?.type !== 'ObjectExpression') return [{ key, node }];
  const isChoice = schema.properties.some((one) => one.type === 'Property' && staticName(one) === '$filter');
  const inner = schema.properties.flatMap((one): Place[] => {
    const name = one.type === 'Property' ? staticName(one) : undefined;
    if (one.type !== 'Property' || name === undefined) return [];
    if (name === 'default' || (isChoice && name === '$default')) return [{ key, node: one.value, isFallback: true }];
    return isChoice && /^prod(?:uction)?$/.test(name) ? [{ key, node: one.value }] : [];
  });
  return inner.length > 0 ? inner : [{ key, node }];
}

const tellingKeys = [namesSigningSecret, namesOwnSecret, namesSessionConfiguration];

function placesAtAssignment(assignment: TSESTree.AssignmentExpression, file: FileContext): Place[] {
  const { left, right, operator } = assignment;
  if (left.type !== 'MemberExpression' || !/^(?:\|\||\?\?)?=$/.test(operator)) return [];
  const key = staticName(left);
  const isTelling = tellingKeys.some((isTellingKey) => isTellingKey(key ?? ''));
  if (key === undefined || !isTelling || sessionObjectOf(left, file) || sessionObjectOf(left.object, file)) return [];
  const isFallback = operator !== '=' || isGuarded(assignment, left, file);
  if (namesSigningSecret(key)) {
    return [{ key, node: right, isFallback, isOnlyForFallbacks: isEnvironment(left.object, file) }];
  }
  const value = unwrap(right);
  if (value.type === 'ObjectExpression' && namesSessionConfiguration(key) && isConfiguration(left.object)) {
    return placesInside(value, key);
  }
  const object = unwrap(left.object);
  if (object.type !== 'MemberExpression' || !namesOwnSecret(key) || !isConfiguration(object.object)) return [];
  const container = staticName(object) ?? '';
  return namesSessionConfiguration(container) ? [{ key: `${container} ${key}`, node: right, isFallback }] : [];
}

/** `if (!process.env.SESSION_SECRET) { process.env.SESSION_SECRET = 'dev'; }` */
function isGuarded(assignment: TSESTree.Node, left: TSESTree.Node, file: FileContext): boolean {
  const statement = assignment.parent;
  const block = statement?.parent?.type === 'BlockStatement' ? statement.parent : statement;
  const guard = block?.parent;
  return guard?.type === 'IfStatement' && file.textOf(guard.test).includes(file.textOf(left));
}

/** `process.env` under any name, and the `env` that workers are handed. */
const isEnvironment = (node: TSESTree.Node, file: FileContext): boolean =>
  /(?:^|\.)env$/.test(qualifiedNameOf(node, file) ?? file.textOf(node));

/**
 * `export const SESSION_SECRET = …`, `sessionOptions = { secret: … }`. A secret that a file keeps for itself is judged
 * where it is used.
 */
function placesAtDeclarator({ id, init }: TSESTree.VariableDeclarator, file: FileContext): Place[] {
  if (id.type !== 'Identifier' || !init) return [];
  if (namesSigningSecret(id.name)) return [{ key: id.name, node: init, isOnlyForFallbacks: !isExported(id, file) }];
  const value = unwrap(init);
  // A mere `session` or `cookie` may be anything that happens during one.
  const isOptions = namesSessionConfiguration(id.name) && !/(?:session|cookie)s?$/i.test(id.name);
  return isOptions && value.type === 'ObjectExpression' ? placesInside(value, id.name) : [];
}

type Named = FileContext['nodes']['expressions'][number];

/** A telling name with a default, or with a value in a class; a setting or an environment variable with a fallback. */
function placesAtName(node: Named, file: FileContext): Place[] {
  const { parent } = node;
  if (node.type === 'Identifier' && namesSigningSecret(node.name)) {
    const key = node.name;
    const { type } = parent;
    if (type === 'AssignmentPattern' && parent.left === node) return [{ key, node: parent.right, isFallback: true }];
    if (type === 'PropertyDefinition' && parent.key === node && parent.value) return [{ key, node: parent.value }];
  }
  if (node.type !== 'MemberExpression') return [];
  const key = staticName(node);
  if (key === undefined || !namesSigningSecret(key)) return [];
  if (!isConfiguration(node.object) && !isEnvironment(node.object, file)) return [];
  const whole = outermost(node);
  const around = whole.parent;
  const isTested =
    (around?.type === 'LogicalExpression' && around.operator !== '&&' && around.left === whole) ||
    (around?.type === 'ConditionalExpression' && around.consequent === whole);
  if (!isTested || isUsedOtherwise(around)) return [];
  return around.type === 'LogicalExpression'
    ? [{ key, node: around.right, isFallback: true }]
    : [{ key, node: around, isOnlyForFallbacks: true }];
}

/**
 * Is a value only written to the console, `console.log(process.env.SESSION_SECRET || 'none')`, or a key of something
 * else derived from it, `scryptSync(process.env.SESSION_SECRET || 'dev', salt, 32)`? A session's key is judged where it
 * is used.
 */
function isUsedOtherwise(node: TSESTree.Node): boolean {
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (current.type === 'CallExpression') {
      const isMethod = unwrap(current.callee).type === 'MemberExpression';
      const name = calledName(current);
      return (
        (isMethod && /^(?:log|info|warn|error|debug|trace)$/.test(name)) ||
        /^(?:scrypt|pbkdf2|hkdf)(?:Sync)?$/.test(name)
      );
    }
    if (/Statement$|Declaration$|Function/.test(current.type)) return false;
  }
  return false;
}

/** `config.get('sessionSecret', 'dev')`, `env('SESSION_SECRET', 'dev')`, `app.set('cookieSecret', 'dev')`. */
function placesAtCall(call: FileContext['nodes']['calls'][number], file: FileContext): Place[] {
  const [first, second] = call.arguments;
  if (first?.type === 'Literal' && !tellingPart.test(String(first.value))) return [];
  const given = defaultIn(call, file);
  const isDefault = given !== null && call.arguments.indexOf(given as TSESTree.Expression) > 0;
  const node = isDefault ? given : second;
  if (!first || !node || !(isDefault || isSetting(call))) return [];
  const name = constantOf(first, file)?.value;
  if (typeof name !== 'string') return [];
  const [last = '', before = ''] = name.split(/[.:]/).reverse();
  const isTelling = namesSigningSecret(last) || (namesOwnSecret(last) && namesSessionConfiguration(before));
  return isTelling ? [{ key: name, node, isFallback: isDefault }] : [];
}

/** `app.set(…)`, `nconf.set(…)`: not the setter of a store or a map. */
function isSetting({ callee }: FileContext['nodes']['calls'][number]): boolean {
  const method = unwrap(callee);
  if (method.type !== 'MemberExpression' || staticName(method) !== 'set') return false;
  const owner = unwrap(method.object);
  return owner.type === 'Identifier' && /^(?:app|server|nconf|config|settings)$/.test(owner.name);
}
