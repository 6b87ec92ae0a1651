import { describe, expect, it } from 'vitest';
import { typedOptionsIn } from '../../../src/model/setup/typed-options';
import { inFile } from '../../support/probe';

const optionsIn = (code: string) =>
  inFile(code, (file) =>
    typedOptionsIn(file).map(({ match, anchor }) => ({
      module: match.module,
      anchor: file.sourceCode.getText(anchor),
    })),
  );

describe('typedOptionsIn', () => {
  const imported = "import type { SessionOptions } from 'iron-session';";

  it.each<[string, string[]]>([
    ['export const o: SessionOptions = { a };', ['o: SessionOptions']],
    ['export default { a } satisfies SessionOptions;', ['SessionOptions']],
    ['export const o = { a } satisfies SessionOptions;', ['o']],
    ['export const o = { a } as SessionOptions;', ['o']],
    ['export const o = <SessionOptions>{ a };', ['o']],
    ['export const o: Readonly<SessionOptions> = { a };', ['o: Readonly<SessionOptions>']],
    ['export function f(): SessionOptions { return { a }; }', ['SessionOptions']],
    ['export const f = (): SessionOptions => ({ a });', ['SessionOptions']],
    ['export const f = async (): Promise<SessionOptions> => ({ a });', ['Promise<SessionOptions>']],
    ['class A { options: SessionOptions = { a }; }', ['options']],
    ['function f(o: SessionOptions = { a }) {}', []],
    ['class A { #options: SessionOptions = { a }; m() { f(this.#options) } }', ['#options']],
    ['class A { options: SessionOptions = { a }; m() { this.options = b } }', []],
    ['class A { options: SessionOptions; }', []],
    ['class A { constructor(private options: SessionOptions) {} }', []],
    ['export const o: SessionOptions = x ? { a } : { b };', ['o: SessionOptions']],
    ['export const o: Partial<SessionOptions> = { a };', []],
    ['export const o: SessionOptions[] = [{ a }];', []],
    ['export const o: SessionOptions = load();', ['o: SessionOptions']],
    ['const o = x as SessionOptions;', []],
    ['let o: SessionOptions; o = { a };', ['o: SessionOptions']],
    ['function f(o: SessionOptions) {}', []],
    ['interface A extends SessionOptions {}', []],
    ['const o: SessionOptions = { a }; const p = { ...o, b };', []],
    ['const o: SessionOptions = { a }; const p = merge(o, b);', []],
    ['const o = { ...({ a } satisfies SessionOptions) };', []],
  ])('%s', (code, anchors) => {
    expect(optionsIn(`${imported} ${code}`).map(({ anchor }) => anchor)).toEqual(anchors);
  });

  it.each<[string, string[]]>([
    ["import session from 'express-session'; export const o: session.SessionOptions = { a };", ['express-session']],
    [
      "import * as express from 'express-session'; export const o: express.SessionOptions = { a };",
      ['express-session'],
    ],
    ['export const o: CookieSessionInterfaces.CookieSessionOptions = { a };', ['cookie-session']],
    ["import { SessionOptions } from './types'; export const o: SessionOptions = { a };", []],
    ['interface SessionOptions {} export const o: SessionOptions = { a };', []],
    ['namespace CookieSessionInterfaces {} export const o: CookieSessionInterfaces.CookieSessionOptions = { a };', []],
  ])('%s', (code, modules) => {
    expect(optionsIn(code).map(({ module }) => module)).toEqual(modules);
  });
});
