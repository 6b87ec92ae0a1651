import * as espree from 'espree';
import { Linter } from 'eslint';
import { Linter as Linter10 } from 'eslint10';
import { describe, expect, it } from 'vitest';
import plugin from '../../../src/plugin';

/** A page, and a script: whatever a language makes of them, they are full of our words. */
const page = '<!doctype html><p title="req.session.accessToken">Your session cookie has expired</p>';
const script = "req.session.accessToken = 'sk_' + 'live'; res.cookie('sid', id);";

type Tree = Record<string, unknown>;

/** What a language offers as its source code, its tree aside. */
interface Offer {
  text?: unknown;
  visitorKeys?: unknown;
  scopeManager?: unknown;
}

const whole = (text: string) => ({
  range: [0, text.length],
  loc: { start: { line: 1, column: 0 }, end: { line: 1, column: text.length } },
});

/** A language that reads each text as the given tree. */
function language(treeOf: (text: string) => Tree, offer: Offer) {
  return {
    fileType: 'text',
    lineStart: 1,
    columnStart: 0,
    nodeTypeKey: 'type',
    validateLanguageOptions: () => undefined,
    parse: ({ body }: { body: string }) => ({ ok: true, ast: treeOf(body) }),
    createSourceCode: ({ body }: { body: string }, { ast }: { ast: Tree }) => ({
      text: body,
      ast,
      ...offer,
      getLoc: ({ loc }: Tree) => loc,
      getRange: ({ range }: Tree) => range,
      getParent: () => undefined,
      traverse: () => [1, 2].map((phase) => ({ kind: 1, type: 'visit', target: ast, phase, args: [ast] })),
    }),
  };
}

const withoutPlaces = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'range' || key === 'loc' ? undefined : value)));

const parsed = (text: string): Tree => espree.parse(text, { ecmaVersion: 'latest', range: true, loc: true }) as never;

const ownKeys = { Program: ['body'], Tag: ['children'], Text: [] };
const scopes = {
  scopes: [
    { type: 'global', variables: [], references: [], through: [], set: new Map(), childScopes: [], upper: null },
  ],
};

const tag = (text: string) => ({
  type: 'Tag',
  ...whole(text),
  children: [{ type: 'Text', value: text, ...whole(text) }],
});

const trees: Record<string, (text: string) => Tree> = {
  'a root of another name': (text) => ({ type: 'Document', ...whole(text), children: [tag(text)] }),
  'a root that is called Program': (text) => ({ type: 'Program', ...whole(text), body: [tag(text)] }),
  'a Program whose body is a node': (text) => ({ type: 'Program', ...whole(text), body: tag(text) }),
  'a Program with its markup beside its body': (text) => ({
    type: 'Program',
    ...whole(text),
    body: [],
    children: [tag(text)],
  }),
  'a Program without a body': (text) => ({ type: 'Program', ...whole(text) }),
  'a Program of nothing': (text) => ({ type: 'Program', ...whole(text), body: [null] }),
  'a Program without a range': ({ length }) => ({ type: 'Program', loc: whole('').loc, body: [], length }),
  'nodes without a range': (text) => ({ type: 'Program', ...whole(text), body: [{ type: 'Tag', children: [] }] }),
  'no type': (text) => ({ ...whole(text), body: [] }),
  'a tree of JavaScript': () => parsed(script),
  'a tree of JavaScript without ranges': () => ({ ...(withoutPlaces(parsed(script)) as Tree), ...whole(script) }),
  'a tree of JavaScript without any range': () => ({
    ...(withoutPlaces(parsed(script)) as Tree),
    loc: whole(script).loc,
  }),
};

const offers: Record<string, Offer> = {
  'neither visitorKeys nor scopes': {},
  'visitorKeys of its own': { visitorKeys: ownKeys },
  'visitorKeys of its own, and scopes': { visitorKeys: ownKeys, scopeManager: scopes },
  'visitorKeys of JavaScript': { visitorKeys: { ...ownKeys, ...espree.VisitorKeys } },
  'visitorKeys of JavaScript, and no scopes': { visitorKeys: espree.VisitorKeys, scopeManager: null },
  'visitorKeys of JavaScript, and empty scopes': { visitorKeys: espree.VisitorKeys, scopeManager: { scopes: [] } },
  'no text': { text: undefined, visitorKeys: espree.VisitorKeys, scopeManager: scopes },
};

const hosts = { 'ESLint 9': Linter, 'ESLint 10': Linter10 as unknown as typeof Linter };

describe.each(Object.entries(hosts))('all rules without `files` on %s', (_, Host) => {
  const cases = Object.keys(trees).flatMap((tree) => Object.keys(offers).map((offer) => [tree, offer] as const));

  it.each(cases)('say nothing of %s, with %s', (tree, offer) => {
    const text = /JavaScript/.test(tree) ? script : page;
    const made = { languages: { made: language(trees[tree]!, offers[offer]!) } };
    const config = [{ files: ['**/*.made'], plugins: { made }, language: 'made/made' }, plugin.configs['flat/all']];
    expect(new Host({ configType: 'flat' }).verify(text, config as never, { filename: 'page.made' })).toEqual([]);
  });
});
