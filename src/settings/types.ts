import type { Library } from '../libraries/types';
import type { TestFiles } from './test-files';

/** The module that keeps secrets, and how its functions are called there. */
export interface VaultSettings {
  module: string;
  /** The binding to import; `vault` if not given. */
  export?: string;
  store?: string;
  read?: string;
  rotate?: string;
  revoke?: string;
  /** What the key of a reference ends in: `apiKey` becomes `apiKeyRef`. */
  suffix?: string;
}

/** What users may write below `settings['session-secrets']`. */
export interface SessionSecretsSettings {
  /** Follow imports into other files of the project; yes if not said. */
  project?: boolean;
  vault?: false | VaultSettings;
  /** Globs of test code, below the nearest package.json: rules about cookies, signing and log-ins are off there. */
  testFiles?: readonly string[];
  /** In-house wrappers, in the very shape of the facts we ship. */
  libraries?: readonly Library[];
  /** Member paths that hold session data, such as `ctx.state.session`. */
  sessionObjects?: readonly string[];
  secretNames?: { add?: readonly string[]; allow?: readonly string[] };
}

/** The settings with every default filled in. */
export interface ResolvedSettings {
  readonly project: boolean;
  /** Not there: the nearest package.json decides; `false`: there is none, whatever it says. */
  readonly vault?: false | Readonly<Required<VaultSettings>>;
  readonly testFiles: TestFiles;
  readonly libraries: readonly Library[];
  readonly sessionObjects: readonly string[];
  readonly secretNames: { readonly add: readonly string[]; readonly allow: readonly string[] };
}
