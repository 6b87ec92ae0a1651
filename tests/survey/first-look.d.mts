import type { Results } from './results.mjs';

export interface FirstLook {
  date: string;
  /** What kinds of packages were looked at, as `docs/real-code.md` says it. */
  kinds: string;
  packages: {
    name: string;
    version: string;
    /** What was read of it, where it publishes its source twice. */
    folders?: string[];
    files: number;
    /** By `<rule> <file>:<line>`: `right`, or `wrong: why`. */
    findings: Record<string, string>;
    /** Those of them that `project: false` does not have. */
    followed?: string[];
  }[];
}

export interface FirstFinding {
  name: string;
  rule: string;
  path: string;
  line: number;
  isFollowed: boolean;
  isRight: boolean;
  why: string;
}

export function readFirstLooks(): FirstLook[];
export function firstFindingsOf(look: FirstLook): FirstFinding[];
export function firstLooksPart(looks: readonly FirstLook[], results: Results): string;
