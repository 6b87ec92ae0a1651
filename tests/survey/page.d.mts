import type { FirstLook } from './first-look.mjs';
import type { Results, Review } from './results.mjs';

export interface Figures {
  findings: number;
  withoutVault: number;
  packages: number;
  inTests: number;
  right: number;
  wrong: number;
  unread: number;
}

export function figuresOf(results: Results, review: Review): Record<string, Figures | undefined>;
export function figuresSentence(figures: Figures | undefined, results: Results): string;
export function pageOf(
  results: Results,
  review: Review,
  looks: readonly FirstLook[],
  presetOf: (rule: string) => string,
): string;
