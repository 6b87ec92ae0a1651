export interface FirstLook {
  date: string;
  /** By `<rule> <file>:<line>`: `right`, or `wrong: why`. */
  packages: { name: string; version: string; files: number; findings: Record<string, string> }[];
}

export interface FirstFinding {
  name: string;
  rule: string;
  path: string;
  line: number;
  isRight: boolean;
  why: string;
}

export function readFirstLook(): FirstLook;
export function firstFindingsOf(firstLook: FirstLook): FirstFinding[];
export function firstLookPart(firstLook: FirstLook, rules: readonly string[]): string;
