import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Library } from '../../../src/libraries/types';
import { secretName } from '../../support/place-names';
import load from './load.mjs';
import { compareAttributes } from './compare-attributes';
import { compareSecrets } from './compare-secrets';
import { compareMethods, methodsOf } from './compare-sessions';
import type { Read } from './compare-storage';
import { compareStorage } from './compare-storage';
import { compareTtl } from './compare-ttl';
import { Findings } from './findings';
import type { Place, Probe } from './probe';
import type { PlaceResult, Result } from './results';
import type { Trial } from './run';
import type { Subject } from './subjects';
import { subjectsOf } from './subjects';

type Session = Record<string, unknown> & Record<string, (...given: unknown[]) => unknown>;

/** Runs a library in every version of its probe, and holds its facts against it. */
export async function compare(library: Library, probe: Probe): Promise<{ problems: string[]; result: Result }> {
  const subjects = subjectsOf(library);
  if (typeof probe.unproven === 'string') {
    return { problems: [], result: { module: library.module, versions: [], places: {}, unproven: probe.unproven } };
  }
  const problems: string[] = [];
  const versions: string[] = [];
  const places: Record<string, PlaceResult> = {};
  const names = new Set(subjects.flatMap((subject) => subject.names));
  for (const name of Object.keys(probe.places ?? {})) {
    if (!names.has(name)) problems.push(`the probe's place ${name} is none of the facts: ${[...names].join(', ')}`);
  }
  for (const packageName of probe.packages ?? [library.module]) {
    const version = versionOf(packageName);
    versions.push(version);
    const loaded: unknown = await load(packageName);
    let needsSession = Object.keys(methodsOf(library)).length > 0;
    for (const subject of subjects) {
      const name = subject.names.find((one) => probe.places && Object.hasOwn(probe.places, one));
      const place = name === undefined ? undefined : probe.places?.[name];
      const unproven = { ...probe.unproven, ...place?.unproven };
      const findings = new Findings(`${library.module} ${version}, ${name ?? subject.names[0]}`, unproven);
      const facts = factsOf(subject);
      if (place) {
        const [trial, read] = trialOf(library, place, loaded, version);
        await compareAttributes(subject, trial, findings);
        await compareTtl(subject, trial, read, findings);
        await compareSecrets(subject, trial, findings);
        await compareStorage(subject, trial, read, findings);
        if (needsSession && subject.storage) {
          needsSession = false;
          facts.push(...methodNames(library));
          await compareMethods(methodsOf(library), trial, read, findings);
        }
      }
      const told = Object.fromEntries(Object.entries(unproven).filter(([fact]) => facts.includes(fact)));
      for (const fact of facts.filter((one) => !findings.proven.has(one) && !Object.hasOwn(unproven, one))) {
        if (!place) problems.push(`${subject.names.join(', ')}: ${fact} has no probe, and no reason why`);
      }
      problems.push(...findings.problems);
      const proven = facts.filter((fact) => findings.proven.has(fact));
      if (facts.length === 0) continue;
      places[subject.names[0] as string] = { proven, ...(Object.keys(told).length > 0 ? { unproven: told } : {}) };
    }
  }
  return { problems, result: { module: library.module, versions, places } };
}

const methodNames = (library: Library): string[] =>
  Object.entries(methodsOf(library)).flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`));

/** The names of everything a subject claims. */
const factsOf = ({ attributes, secrets, storage, storageWhen }: Subject): string[] => [
  ...Object.keys(attributes).filter((name) => name !== 'store' || attributes.store?.whenAbsent !== undefined),
  ...secrets.map((secret) => `secret ${secretName(secret)}`),
  ...(storage ? ['storage'] : []),
  ...storageWhen.map(({ path }) => `storage with ${path.join('.')}`),
];

function trialOf(library: Library, place: Place, loaded: unknown, version: string): [Trial, Read] {
  const { set: [set] = [], get: [get] = [] } = methodsOf(library);
  const write = (session: unknown, key: string, value: string): unknown => {
    const own = session as Session;
    if (place.write) return place.write(session as never, key, value);
    return set && typeof own[set] === 'function' ? own[set](key, value) : Object.assign(own, { [key]: value });
  };
  const read: Read = (session, key) => {
    const own = session as Session | null;
    if (place.read) return place.read(session as never, key);
    return get && typeof own?.[get] === 'function' ? own[get](key) : own?.[key];
  };
  return [{ place, library: loaded, version, write }, read];
}

const own = createRequire(import.meta.url);

function folderOf(packageName: string): string {
  const folder = (own.resolve.paths(packageName) ?? [])[0];
  return join(folder ?? '', packageName);
}

const versionOf = (packageName: string): string =>
  (JSON.parse(readFileSync(join(folderOf(packageName), 'package.json'), 'utf8')) as { version: string }).version;
