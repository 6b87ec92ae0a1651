import type { TSESTree } from '@typescript-eslint/utils';
import { expect, it } from 'vitest';
import { queryPlace } from '../../../src/findings/leak/url-text';
import { inFile, probedIn } from '../../support/probe';

/** Where `it` stands in the joined text that the probe is given. */
function placeIn(code: string): string | null {
  return inFile(`probe(${code})`, (file) => {
    for (let node = probedIn(file)[0] as TSESTree.Node; ;) {
      if (node.type === 'TemplateLiteral') return queryPlace(node.expressions.at(-1) as TSESTree.Node, node);
      if (node.type !== 'BinaryExpression') throw new Error(node.type);
      if (node.right.type === 'Identifier' && node.right.name === 'it') return queryPlace(node.right, node);
      node = node.left;
    }
  });
}

it.each([
  ["'/x?sid=' + it", 'own-query'],
  ["'/x?a=' + a + '&sid=' + it", 'own-query'],
  ["'/x?sid=' + it + '&a=b'", 'own-query'],
  ['`/x?sid=${it}`', 'own-query'],
  ['`/x/${a}?b=c&sid=${it}`', 'own-query'],
  ['`/x;jsessionid=${it}`', 'own-query'],
  ["'https://a.b/x?sid=' + it", 'query'],
  ["'//a.b/x?sid=' + it", 'query'],
  ['`${base}/x?sid=${it}`', 'query'],
  ["base + '?sid=' + it", 'query'],
  ["'/x/' + it", null],
  ["'sess:' + it", null],
  ["'sid=' + it", null],
  ["'WHERE sid = ' + it", null],
  ['`sid: ${it}`', null],
  ['a + it', null],
])('%s: %s', (code, place) => expect(placeIn(code)).toBe(place));
