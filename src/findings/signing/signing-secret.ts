import type { TSESTree } from '@typescript-eslint/utils';
import type { SecretFact, DataLocation } from '../../libraries/types';
import { splitWords } from '../../secrets/names/names';
import { configuredSecretsIn } from './configured-secret';
import { isTemplatePlaceholder } from './configured-text';
import type { Constant } from '../../model/dataflow/query';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { CookieWrite } from '../../model/cookie/cookie-write';
import { allCookieWritesIn, cookieWritesIn } from '../../model/cookie/cookie-writes';
import { isOutsideProduction } from '../../model/dataflow/environment-branch';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { secretSettingNamed } from './secret-setting-name';
import type { SecretReading } from '../../model/setup/read-secret';
import type { JudgedValue } from './secret-verdict';
import { verdictsOn } from './secret-verdict';
import type { SessionSetup } from '../../model/setup/session-setup';
import { setupsIn } from '../../model/setup/session-setup';
import { encryptedStoresIn } from './encrypted-store';

/** A signing or sealing secret that is not one. */
export interface SigningSecret extends JudgedValue {
  /** Whose secret it is; undefined where only the name of a setting says what it is for. */
  library?: string;
  storage?: DataLocation | undefined;
  /** True when it encrypts the sessions of another library in a store. */
  isOfStore?: boolean;
  /** The environment variable one would read it from. */
  variable: string;
}

/** A cookie that anybody can write, because nothing signs it. */
export interface UnsignedCookie {
  node: TSESTree.Node;
  library: string;
  storage?: DataLocation | undefined;
  cause:
    /** The library was given no secret, and goes on without one. */
    | 'noSecret'
    /** `signed: false`. */
    | 'signedOff'
    /** The library signs only what is written with an options object. */
    | 'noOptions';
  /** How the library calls its secret. */
  option?: string;
  /** The object the secret is missing in; null when there is none. */
  owner?: TSESTree.ObjectExpression | null;
  /** The keys that are missing there. */
  missing?: readonly string[];
}

/** What is wrong with the signing secrets of a file, each value once: by the place that uses it, else by its name. */
export const signingSecretsIn = oncePerFile((file: FileContext): readonly SigningSecret[] => {
  const found = new Map<TSESTree.Node, SigningSecret>();
  for (const site of [...setupsIn(file), ...allCookieWritesIn(file)]) {
    for (const { node, fact } of site.secrets()) {
      for (const value of node ? verdictsOn(node, file, fact) : []) {
        if (found.has(value.node) || isTemplatePlaceholder(value.text ?? '')) continue;
        const variable = indexed(variableAt(site, fact), value);
        found.set(value.node, { ...value, library: site.module, storage: storageOf(site), variable });
      }
    }
  }
  for (const { module, secrets } of encryptedStoresIn(file)) {
    for (const { node, fact } of secrets) {
      for (const value of node ? verdictsOn(node, file, fact) : []) {
        if (found.has(value.node) || isTemplatePlaceholder(value.text ?? '')) continue;
        const variable = indexed(secretSettingNamed('session store secret'), value);
        found.set(value.node, { ...value, library: module, isOfStore: true, variable });
      }
    }
  }
  for (const { key, ...value } of configuredSecretsIn(file)) {
    // A fallback that only a developer's machine comes to is what a fallback is for.
    if (value.isFallback && isOutsideProduction(value.node, file)) continue;
    if (!found.has(value.node)) found.set(value.node, { ...value, variable: indexed(secretSettingNamed(key), value) });
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

type Site = SessionSetup | CookieWrite;

const storageOf = (site: Site): DataLocation | undefined => (site.kind === 'setup' ? site.storage() : undefined);

/** `SESSION_SECRET`, `SESSION_PASSWORD`, `JWT_SECRET`; `COOKIE_SECRET` where cookies are signed that are no session. */
function variableAt(site: Site, { path }: SecretFact): string {
  const isSession = site.kind === 'setup' && site.fact.attributes !== undefined;
  const last = path.at(-1) ?? '';
  const what = /^(?:keys|secrets?)?$/.test(last) ? 'secret' : last;
  const owner = path.find((step) => step === 'jwt') ?? (isSession || what === 'password' ? 'session' : 'cookie');
  return secretSettingNamed(`${owner} ${what}`);
}

/** The first of a list signs; those behind it are older ones, each with a variable of its own. */
function indexed(variable: string, { node }: JudgedValue): string {
  const index = node.parent.type === 'ArrayExpression' ? node.parent.elements.indexOf(node) : 0;
  return index > 0 ? `${variable}_${index + 1}` : variable;
}

/** Where nothing signs the session at all; each place once. */
export const unsignedCookiesIn = oncePerFile((file: FileContext): readonly UnsignedCookie[] =>
  [...setupsIn(file), ...cookieWritesIn(file)].flatMap((site: Site) => {
    const about = { library: site.module, storage: storageOf(site) };
    const without = site.secrets().find((secret) => secret.fact.unsignedWhenAbsent && isAbsent(secret, file));
    if (without) {
      const { reading, fact } = without;
      const where = reading.state === 'set' ? reading : { ...reading, node: site.anchor };
      return [{ ...about, ...placeOf(where), cause: 'noSecret', option: fact.path.at(-1) ?? '' } as const];
    }
    return unsignedByOption(site, file).map((one) => ({ ...about, ...one }));
  }),
);

/** Where to report a secret that is not there, and where to add it. */
function placeOf(where: { node: TSESTree.Node; owner?: UnsignedCookie['owner']; missing?: UnsignedCookie['missing'] }) {
  const { node, owner = null, missing = [] } = where;
  return { node, owner, missing };
}

/** Nothing is given, or something that says so; libraries refuse a list with an `undefined` in it instead. */
function isAbsent({ node, reading }: SecretReading, file: FileContext): boolean {
  if (reading.state !== 'set') return reading.state === 'absent';
  if (reading.others.length > 0) return false;
  if (!node) return possibleValuesOf(reading.node, file).every((source) => isEmptyList(source.node));
  const constant = node === reading.node ? constantOf(node, file) : null;
  return constant?.value !== '' && isNothing(constant);
}

const isEmptyList = (node: TSESTree.Node): boolean => node.type === 'ArrayExpression' && node.elements.length === 0;

/** `signed: false` where cookies are signed unless told otherwise, and options left out where they are what signs. */
function unsignedByOption(site: Site, file: FileContext): Pick<UnsignedCookie, 'node' | 'cause'>[] {
  const fact = site.fact.attributes?.signed;
  const isSignedOtherwise = fact?.whenAbsent === true || fact?.withoutOptions !== undefined;
  if (!fact || !isSignedOtherwise) return [];
  if (site.kind === 'write' && !site.options) {
    return fact.withoutOptions === false && isIdentity(site, file) ? [{ node: site.anchor, cause: 'noOptions' }] : [];
  }
  const reading = site.read('signed');
  if (reading?.state !== 'set' || reading.others.length > 0) return [];
  const [source, ...others] = possibleValuesOf(reading.node, file);
  const isOff = source && others.length === 0 && constantOf(source.node, file)?.value === false;
  return isOff ? [{ node: source.node, cause: 'signedOff' }] : [];
}

/** Does a cookie tell the server who is there? A token proves that by itself, and an empty value is a deletion. */
function isIdentity({ name, value }: CookieWrite, file: FileContext): boolean {
  if (!value || isNothing(constantOf(value, file))) return false;
  const words = [file.textOf(name), String(constantOf(name, file)?.value ?? '')].flatMap(splitWords);
  return !words.some((word) => /^(?:tokens?|jwt|jws|jwe|access|refresh|bearer|auth|authorization)$/.test(word));
}

const isNothing = (constant: Constant | null): boolean =>
  constant !== null && (constant.value === undefined || constant.value === null || constant.value === '');
