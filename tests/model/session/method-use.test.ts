import { describe, expect, it } from 'vitest';
import { sessionUsesIn } from '../../../src/model/session/session-uses';
import { inFile } from '../../support/probe';

const h3 = "import { useSession } from 'h3'; const session = await useSession(event, config);";

/** Kind and keys of each use. */
const usesOf = (code: string): string[] =>
  inFile(code, (file) => sessionUsesIn(file).map(({ kind, keys }) => `${kind} ${keys.join('.')}`));

describe('a session whose values lie below a property', () => {
  it.each<[string, string[]]>([
    ['await session.update({ apiKey: k });', ['write apiKey']],
    ['await session.update({ user: { apiKey: k } });', ['write user', 'write user.apiKey']],
    ['await session.update((data) => ({ ...data, apiKey: k }));', ['write apiKey']],
    ['await session.update(() => { return { apiKey: k }; });', ['write apiKey']],
    ['await session.update({ apiKey: undefined });', ['clear apiKey']],
    ['use(session.data.apiKey);', ['read apiKey']],
    ['if (!session.data.apiKey) leave();', ['test apiKey']],
    ['const data = session.data; use(data.apiKey);', ['read apiKey']],
    ['const { data } = session; use(data.apiKey);', ['read apiKey']],
    ['const { data: { apiKey } } = session;', ['read apiKey']],
    ['const { apiKey } = session.data;', ['read apiKey']],
    // What nothing saves is gone with the request, in h3 1 and 2.
    ['session.data.apiKey = k;', []],
    ['session.data.user = { apiKey: k };', []],
    ['await session.update({ a }); session.data.apiKey = k;', ['write a']],
    ['function save() { session.update({ a }); } session.data.apiKey = k;', ['write a']],
    ['function change() { session.data.apiKey = k; } session.update({ a });', ['write a']],
    ['session.data.apiKey = k; await session.update({});', ['write apiKey']],
    [
      'async () => { session.data.user = { apiKey: k }; await session.update(session.data); };',
      ['write user', 'write user.apiKey'],
    ],
    ['session.apiKey = k; use(session.id); session.data = x; session.clear();', []],
    ['session.update(changes); session.update();', []],
  ])('%s', (code, wanted) => {
    expect(usesOf(`${h3} ${code}`)).toEqual(wanted);
  });
});

describe('a session written by calls', () => {
  it.each<[string, string[]]>([
    ['await setUserSession(event, { user: { apiKey: k } });', ['write user', 'write user.apiKey']],
    ['await setUserSession(event, { apiKey: k, secure: { apiKey: k } });', ['write apiKey']],
    ['await replaceUserSession(event, { apiKey: k });', ['write apiKey']],
    ["import { setUserSession } from '#imports'; await setUserSession(event, { apiKey: k });", ['write apiKey']],
    ["import { setUserSession } from './session'; await setUserSession(event, { apiKey: k });", []],
    ['function setUserSession() {} setUserSession(event, { apiKey: k });', []],
    ['await setUserSession(event, data); await setUserSession(event);', []],
    [
      "import { customSession } from 'better-auth/plugins'; customSession(async ({ user }) => ({ user, apiKey: k }));",
      ['write user', 'write apiKey'],
    ],
    ["import { customSession } from './plugins'; customSession(async ({ user }) => ({ user, apiKey: k }));", []],
    ["import { updateSession } from 'h3'; await updateSession(event, config, { apiKey: k });", ['write apiKey']],
    [
      "import { Auth0Client } from '@auth0/nextjs-auth0/server'; const auth0 = new Auth0Client(); auth0.updateSession({ ...session, apiKey: k, tokenSet: { accessToken: t } });",
      ['write apiKey'],
    ],
  ])('%s', (code, wanted) => {
    expect(usesOf(code)).toEqual(wanted);
  });
});
