import { describe, expect, it } from 'vitest';
import { isRangeBefore, rangeOf } from '../../../src/model/facts/version-range';

/** What a range says of a version: `<` before it, `>` not before it, `?` some are and some are not, `-` no range. */
const said = (range: string, version: string): string => {
  const parsed = rangeOf(range);
  if (!parsed) return '-';
  const is = isRangeBefore(parsed, version);
  return is === undefined ? '?' : is ? '<' : '>';
};

describe('a range and a version', () => {
  it.each<[range: string, version: string, wanted: string]>([
    ['1.2.3', '1.2.3', '>'],
    ['1.2.3', '1.2.4', '<'],
    ['v1.2.3', '2.0.0', '<'],
    ['=1.2.3', '1.0.0', '>'],
    ['1', '2.0.0', '<'],
    ['1.x', '1.0.0', '>'],
    ['1.x', '1.5.0', '?'],
    ['1.2', '1.3.0', '<'],
    ['*', '1.0.0', '?'],
    ['x', '0.0.0', '>'],
    ['^1.15.0', '2.0.0', '<'],
    ['^1.15.0', '1.16.0', '?'],
    ['^1.15.0', '1.15.0', '>'],
    ['^0.4.1', '0.5.0', '<'],
    ['^0.4.1', '0.4.3', '?'],
    ['^0.0.3', '0.0.4', '<'],
    ['^0', '1.0.0', '<'],
    ['~1.2.3', '1.3.0', '<'],
    ['~1', '2.0.0', '<'],
    ['>=8', '8.0.0', '>'],
    ['>= 8.1', '9.0.0', '?'],
    ['>8.0.0', '8.0.1', '>'],
    ['>8', '8.5.0', '>'],
    ['<2', '2.0.0', '<'],
    ['<=2', '2.9.0', '?'],
    ['<=2', '3.0.0', '<'],
    ['>=1.0.0 <3.0.0', '3.0.0', '<'],
    ['>=1.0.0 <3.0.0', '1.0.0', '>'],
    ['1.2.0 - 2.4', '3.0.0', '<'],
    ['1.2.0 - 2.4', '1.2.0', '>'],
    ['^1 || ^2', '3.0.0', '<'],
    ['^2 || ^1', '1.0.0', '>'],
    ['^1 || >=3', '2.0.0', '?'],
    ['^5.0.0-beta.32', '5.0.0-0', '>'],
    ['5.0.0-beta.32', '5.0.0', '<'],
    ['5.0.0-beta.9', '5.0.0-beta.32', '<'],
    ['5.0.0-beta', '5.0.0-beta.1', '<'],
    ['5.0.0-rc.1', '5.0.0-beta.1', '>'],
    ['5.0.0-1', '5.0.0-beta', '<'],
    ['2.0.1-rc.20', '2.0.1', '<'],
    ['^4.24.0', '5.0.0-0', '<'],
    ['workspace:^1.2.0', '2.0.0', '<'],
    ['npm:@scope/other@^3.0.0', '3.0.0', '>'],
    ['npm:other@~2.1', '3.0.0', '<'],
    ['1.2.3+build.5', '1.2.4', '<'],
  ])('%s, %s: %s', (range, version, wanted) => {
    expect(said(range, version)).toBe(wanted);
  });

  it.each([
    '',
    'latest',
    'workspace:*',
    'catalog:',
    'git+https://host/it.git',
    'file:../it',
    'npm:it',
    '1 || next',
    '^',
    '1.2.3.4',
    '1'.repeat(300),
  ])('%s names no version', (range) => {
    expect(said(range, '1.0.0')).toBe(range === 'workspace:*' ? '?' : '-');
  });

  it('knows nothing of a version that is none', () => {
    expect(said('^1.0.0', 'soon')).toBe('?');
  });
});
