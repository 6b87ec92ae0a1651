import { expect, it } from 'vitest';
import { diffOf } from '../../src/cli/diff';

const lines = (...numbers: number[]): string => numbers.map((number) => `${number}\n`).join('');

it('shows a new file', () => {
  expect(diffOf('a/b.js', undefined, 'one\ntwo\n')).toBe('--- /dev/null\n+++ b/a/b.js\n@@ -0,0 +1,2 @@\n+one\n+two\n');
});

it('shows three lines around a change', () => {
  const diff = diffOf('a', lines(1, 2, 3, 4, 5, 6, 7, 8, 9), lines(1, 2, 3, 4, 0, 6, 7, 8, 9));
  expect(diff).toBe('--- a/a\n+++ b/a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+0\n 6\n 7\n 8\n');
});

it('shows lines that are added at either end', () => {
  expect(diffOf('a', lines(1), lines(0, 1))).toBe('--- a/a\n+++ b/a\n@@ -1,1 +1,2 @@\n+0\n 1\n');
  expect(diffOf('a', lines(1), lines(1, 1))).toBe('--- a/a\n+++ b/a\n@@ -1,1 +1,2 @@\n 1\n+1\n');
});

it('says where the last line has no end', () => {
  const end = '\n\\ No newline at end of file\n';
  expect(diffOf('a', 'x', 'y')).toBe(`--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x${end}+y${end}`);
});

it('counts a line that repeats its neighbour once', () => {
  expect(diffOf('a', lines(1, 1), lines(1))).toBe('--- a/a\n+++ b/a\n@@ -1,2 +1,1 @@\n 1\n-1\n');
  expect(diffOf('a', lines(1, 2, 2, 3), lines(1, 2, 3))).toBe('--- a/a\n+++ b/a\n@@ -1,4 +1,3 @@\n 1\n 2\n-2\n 3\n');
});
