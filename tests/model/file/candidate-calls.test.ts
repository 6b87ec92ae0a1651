import { expect, it } from 'vitest';
import { candidateCallsIn } from '../../../src/model/file/candidate-calls';
import type { Library } from '../../../src/libraries/types';
import { inFile } from '../../support/probe';

const inQuestion = (code: string, libraries: readonly Library[] = []): string[] =>
  inFile(code, (file) => candidateCallsIn(file).map((call) => file.sourceCode.getText(call.callee)), {
    settings: { libraries },
  });

it.each<[string, string[]]>([
  ['res.cookie("sid", session);', ['res.cookie']],
  ['res.status(200).setHeader("Set-Cookie", cookie);', ['res.status(200).setHeader']],
  ["import anything from 'express-session'; const made = anything({}); made(session);", ['anything', 'made']],
  ["const { serialize: write } = require('cookie'); write('session', id);", ['write']],
  ['useSession(event, { password });', ['useSession']],
  ['const leave = req.logout; leave(session);', ['leave']],
  ["app.get('/out', ({ logout: leave, session }) => leave(session));", ['leave']],
])('%s', (code, wanted) => {
  expect(inQuestion(code)).toEqual(wanted);
});

it.each([
  'expect(session);',
  'audience(req.session.user, 1);',
  "import { inspected } from './sessions'; inspected(session);",
  "const helper = require('some-cookies-of-mine'); helper.inspected(session);",
])('%s is about nothing we know', (code) => {
  expect(inQuestion(code).filter((name) => name !== 'require')).toEqual([]);
});

it('knows the names of facts that users bring along', () => {
  const acme: Library = {
    module: '@acme/web',
    readFrom: '1',
    cookieWrites: [{ members: ['reply.bake'], name: 0, value: 1, options: 2, attributes: {} }],
  };
  expect(inQuestion('reply.bake("sid", session);', [acme])).toEqual(['reply.bake']);
  expect(inQuestion('reply.bake("sid", session);')).toEqual([]);
});
