import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { attributesAt } from '../../../src/model/file/library-version';
import type { Library } from '../../../src/libraries/types';
import { secretName } from '../../support/place-names';
import load from './load.mjs';
import { accountFactsOf, compareAccount } from './compare-account';
import { compareAttributes, compareDefaults } from './compare-attributes';
import { compareReads, readFactsOf } from './compare-reads';
import { compareSecrets } from './compare-secrets';
import { compareMethods, methodsOf } from './compare-sessions';
import type { Read } from './compare-storage';
import { compareStorage, storageSamples } from './compare-storage';
import { compareTokens } from './compare-tokens';
import { compareTtl } from './compare-ttl';
import { Findings } from './findings';
import type { Place, Probe } from './probe';
import type { PlaceResult, Result } from './results';
import type { Trial } from './run';
import { see } from './run';
import type { Subject } from './subjects';
import { subjectsOf } from './subjects';
import { isBelow } from './version';

type Session = Record<string, unknown> & Record<string, (...given: unknown[]) => unknown>;

/** Runs a library in every version of its probe, and holds its facts against it. */
export async function compare(library: Library, probe: Probe): Promise<{ problems: string[]; result: Result }> {
  const { module } = library;
  if (typeof probe.unproven === 'string') {
    return { problems: [], result: { module, versions: [], places: {}, unproven: probe.unproven } };
  }
  const subjects = subjectsOf(library);
  const places = Object.entries(probe.places ?? {});
  const problems = namingProblems(
    subjects,
    places.map(([name]) => name),
    probe.unproven,
  );
  const versions: string[] = [];
  const found = new Map<string, { facts: string[]; proven: string[]; unproven: Record<string, string> }>();
  for (const packageName of probe.packages ?? [module]) {
    const { name: realName, version } = manifestOf(packageName);
    versions.push(realName === module ? version : `${realName} ${version}`);
    const loaded: unknown = probe.isLoaded === false ? undefined : await load(packageName);
    for (const [name, place] of places) {
      const timeless = subjects.find(({ names }) => names.includes(name));
      const subject = timeless && {
        ...timeless,
        attributes: attributesAt(timeless.attributes, { isBefore: (other) => isBelow(version, other) }),
      };
      if (!subject || !(place.packages?.includes(packageName) ?? true)) continue;
      const unproven = { ...probe.unproven, ...place.unproven };
      const lacking = probe.lacks?.[packageName] ?? [];
      const findings = new Findings(
        `${module} ${version}, ${name}`,
        (fact) => Object.hasOwn(unproven, fact) || lacking.includes(fact),
      );
      const facts = factsOf(subject, library);
      await compareAll(subject, { library, place, loaded, version }, findings);
      problems.push(
        ...findings.problems,
        ...unspoken(facts, findings, unproven, lacking).map((fact) => `${module}, ${name}: ${fact} has no proof`),
      );
      const before = found.get(name)?.proven;
      const proven = facts.filter(
        (fact) => (findings.proven.has(fact) || lacking.includes(fact)) && (before?.includes(fact) ?? true),
      );
      found.set(name, { facts, proven, unproven });
    }
  }
  for (const [name, reason] of Object.entries(probe.unproven ?? {})) {
    const subject = subjects.find(({ names }) => names.includes(name));
    const facts = subject ? factsOf(subject, library) : [];
    if (subject)
      found.set(name, { facts, proven: [], unproven: Object.fromEntries(facts.map((fact) => [fact, reason])) });
  }
  const results = [...found].map(([name, { facts, proven, unproven }]): [string, PlaceResult] => {
    const reasons = Object.entries(unproven).filter(([fact]) => facts.includes(fact));
    return [name, { proven, ...(reasons.length > 0 ? { unproven: Object.fromEntries(reasons) } : {}) }];
  });
  return { problems, result: { module, versions, places: Object.fromEntries(results) } };
}

/** Facts that were neither looked at nor left out for a reason. */
const unspoken = (
  facts: readonly string[],
  { looked }: Findings,
  reasons: object,
  lacking: readonly string[],
): string[] => facts.filter((fact) => !looked.has(fact) && !Object.hasOwn(reasons, fact) && !lacking.includes(fact));

/** Places of the probe that are none of the facts, and places of the facts that no probe and no reason speaks of. */
function namingProblems(
  subjects: readonly Subject[],
  places: readonly string[],
  reasons: Probe['unproven'] = {},
): string[] {
  const names = subjects.flatMap((subject) => subject.names);
  const strange = places.filter((place) => !names.includes(place));
  const untold = subjects.filter(
    (subject) => ![...places, ...Object.keys(reasons)].some((name) => subject.names.includes(name)),
  );
  return [
    ...strange.map((place) => `the probe's place ${place} is none of the facts: ${names.join(', ')}`),
    ...untold.map((subject) => `no place of the probe, and no reason in its \`unproven\`: ${subject.names.join(', ')}`),
  ];
}

interface Tried {
  library: Library;
  place: Place;
  loaded: unknown;
  version: string;
}

async function compareAll(subject: Subject, tried: Tried, findings: Findings): Promise<void> {
  const [trial, read] = trialOf(tried);
  if (Object.keys(subject.attributes).length > 0) {
    const first = await see(trial);
    if ('refused' in first) return findings.problem(`with the options of the probe: ${first.refused}`);
  }
  await compareAttributes(subject, trial, findings);
  await compareDefaults(subject, trial, findings);
  await compareTokens(subject, trial, findings);
  await compareTtl(subject, trial, read, findings);
  await compareSecrets(subject, trial, findings);
  await compareStorage(subject, trial, read, findings);
  if (subject.hasSession) await compareMethods(methodsOf(tried.library), trial, read, findings);
  await compareReads(subject, trial, findings);
  if (subject.account) await compareAccount(subject.account, tried.library, trial, findings);
  for (const [fact, proof] of Object.entries(tried.place.proofs ?? {})) {
    await findings.look(fact, async (wrong) => {
      const problem = await proof(tried.loaded as never, tried.version);
      if (problem !== undefined) wrong(problem);
    });
  }
}

/** The names of everything a subject claims. */
export const factsOf = (subject: Subject, library: Library): string[] => [
  ...Object.keys(subject.attributes).filter(
    (name) => name !== 'store' || subject.attributes.store?.whenAbsent !== undefined,
  ),
  ...(subject.defaultsFrom ? ['defaults'] : []),
  ...subject.secrets.map((secret) => `secret ${secretName(secret)}`),
  ...(subject.storage ? ['storage'] : []),
  ...subject.storageWhen.flatMap(storageSamples).map(({ name }) => `storage with ${name}`),
  ...(subject.hasSession ? methodNames(library) : []),
  ...(subject.read ? readFactsOf(subject.read) : []),
  ...(subject.account ? accountFactsOf(subject.account) : []),
  ...subject.claims,
];

const methodNames = (library: Library): string[] =>
  Object.entries(methodsOf(library)).flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`));

function trialOf({ library, place, loaded, version }: Tried): [Trial, Read] {
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

const manifestOf = (packageName: string): { name: string; version: string } =>
  JSON.parse(readFileSync(join(folderOf(packageName), 'package.json'), 'utf8')) as { name: string; version: string };
