import type { Finding, PackageResult, Review } from './results.mjs';

export function readReview(): Review;
export function verdictOn(review: Review, name: string, finding: Finding): 'right' | 'wrong' | 'unread';
export function goneFrom(review: Review, results: readonly PackageResult[]): string[];
export function isInTest(finding: Finding): boolean;
