import { settingsShape } from './settings-schema';
import { problemIn, saidBy } from './shape';
import { defaultTestFiles, testFilesOf } from './test-files';
import type { ResolvedSettings, SessionSecretsSettings, VaultSettings } from './types';

const key = 'session-secrets';

const vaultDefaults = {
  export: 'vault',
  store: 'store',
  read: 'read',
  rotate: 'rotate',
  revoke: 'revoke',
  suffix: 'Ref',
};

/** A vault with the names that were not given filled in: `{ module }` alone is the usual case. */
export function resolveVault(vault: VaultSettings): Required<VaultSettings> {
  return { ...vaultDefaults, ...withoutUndefined(vault) };
}

const usualTestFiles = testFilesOf(defaultTestFiles);

const resolved = new WeakMap<object, ResolvedSettings>();
const withoutSettings = resolve({});

/** Reads `settings['session-secrets']`; throws one error that names key, value and what was expected. */
export function settingsOf(context: { readonly settings: Readonly<Record<string, unknown>> }): ResolvedSettings {
  const given = context.settings[key];
  if (given === undefined) return withoutSettings;

  const known = typeof given === 'object' && given !== null ? resolved.get(given) : undefined;
  if (known) return known;

  const problem = problemWith(given);
  if (problem !== undefined) throw new Error(problem);
  const settings = resolve(given as SessionSecretsSettings);
  resolved.set(given as object, settings);
  return settings;
}

function problemWith(given: unknown): string | undefined {
  const where = `settings['${key}']`;
  try {
    return problemIn(given, settingsShape, where);
  } catch (error) {
    // A proxy that does not even say which keys it has.
    return `${where}: cannot be read (${saidBy(error)})`;
  }
}

function resolve({
  project,
  vault,
  testFiles,
  libraries,
  sessionObjects,
  secretNames,
}: SessionSecretsSettings): ResolvedSettings {
  return {
    project: project ?? true,
    ...(vault === undefined ? {} : { vault: vault && resolveVault(vault) }),
    testFiles: testFiles ? testFilesOf(testFiles) : usualTestFiles,
    libraries: libraries ?? [],
    sessionObjects: sessionObjects ?? [],
    secretNames: { add: secretNames?.add ?? [], allow: secretNames?.allow ?? [] },
  };
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
