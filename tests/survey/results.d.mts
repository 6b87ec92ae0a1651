export interface Finding {
  rule: string;
  path: string;
  line: number;
  /** The runs that reported it. */
  runs: string[];
}

export interface PackageResult {
  name: string;
  version: string;
  files: number;
  bundled: number;
  unparseable: number;
  broken: string[];
  findings: Finding[];
}

export interface Results {
  /** The presets; the last is run with a vault in the settings. */
  runs: string[];
  /** The rules there were. */
  rules: string[];
  servers: PackageResult[];
  sessionFree: PackageResult[];
}

/** By package and by place, `<rule> <file>:<line>`. */
export type Review = Record<string, Record<string, string>>;

export function readResults(): Results;
