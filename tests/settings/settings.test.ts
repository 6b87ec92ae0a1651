import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/libraries';
import { resolveVault, settingsOf } from '../../src/settings/settings';
import type { SessionSecretsSettings } from '../../src/settings/types';

const read = (given: unknown) => settingsOf({ settings: { 'session-secrets': given } });
const where = "settings['session-secrets']";

const library = {
  module: '@acme/session',
  specifiers: ['@acme/session/edge'],
  readFrom: '2.1',
  setups: [
    {
      form: 'call',
      export: [],
      options: 0,
      attributes: {
        secure: { path: ['cookie', 'secure'], aliases: [['secure']], whenAbsent: false, values: ['auto', null] },
        maxAge: { path: ['cookie', 'maxAge'], unit: 'ms', undefinedRemoves: true },
      },
      secrets: [{ path: ['keys'], minLength: 32, encoding: 'base64', unsignedWhenAbsent: true }],
      storage: 'signed-client',
      unimported: { names: ['acmeSession'], keys: [] },
    },
    { form: 'call', export: ['create', '()'], options: [0, 1] },
    { form: 'call', export: ['create'], options: 'last' },
    { form: 'plugin', export: [], methods: ['register'], plugin: 0, list: true },
    { form: 'assign', export: ['App', '()', 'keys'] },
    { form: 'typed', export: ['SessionOptions'], onlyIn: { from: '2.0.0', before: '3.0.0' } },
    {
      form: 'method',
      export: ['App', '()', 'session'],
      members: ['app.session'],
      options: 1,
      where: { argument: 0, value: 'cookie' },
      attributes: {
        sameSite: { path: ['sameSite'], whenAbsent: 'lax', versions: [{ before: '2.0.0', whenAbsent: false }] },
      },
    },
    { form: 'object', export: [], plugin: 'plugin', options: 'options' },
    { form: 'config', files: ['acme.config'], path: ['session'] },
  ],
  cookieWrites: [
    {
      members: ['res.acme'],
      within: { files: ['acme.server'], imports: ['@acme/session'] },
      unimported: { names: ['setAcme'], first: ['event'] },
      name: 0,
      value: 1,
      options: 2,
      attributes: {},
    },
  ],
  cookieHeaders: [{ header: 'Set-Cookie', methods: ['setHeader'], attributes: {} }],
  accountCalls: [
    { does: 'login', exports: [['authenticate']], callbackTakesOver: true, skippedBy: ['session'] },
    { does: 'logout', members: ['req.leave'], renewsFrom: '2.0.0', callbackFrom: '2.0.0' },
  ],
  sessions: [
    {
      members: ['req.acme'],
      storage: 'server',
      methods: { set: ['set'], clear: ['unset'], all: ['toObject'] },
      id: ['key'],
      idMembers: ['req.acmeId'],
    },
  ],
  cookieReads: [
    { members: ['req.acme.get'], name: 0, value: 'text', within: { imports: ['@acme/x'] } },
    { exports: [['read']], name: 1 },
  ],
  requestCookies: ['req.acmeCookies'],
  credentials: ['req.acmeUser.token'],
  responses: [
    { as: 'body', members: ['res.acme'], argument: 0 },
    { as: 'redirect', exports: [['redirect']] },
    { as: 'page', globals: ['Page'] },
  ],
  handlers: [
    { exported: ['loader'] },
    { exported: ['load'], within: { files: ['+page'] } },
    { decorators: [['Get']] },
    { secondParameter: 'reply' },
  ],
};

/** The library with one thing changed, `change` being applied to a copy. */
function libraryBut(change: (copy: Record<string, any>) => void) {
  const copy = structuredClone(library);
  change(copy);
  return { libraries: [copy] };
}

describe('right settings', () => {
  it.each([undefined, {}, { vault: undefined, libraries: undefined, sessionObjects: undefined, secretNames: {} }])(
    'are empty when nothing is said: %j',
    (given) => {
      const nothing = { libraries: [], sessionObjects: [], secretNames: { add: [], allow: [] } };
      expect(read(given)).toMatchObject(nothing);
    },
  );

  it('fill in the names of a vault', () => {
    const vault = {
      module: '#v',
      export: 'vault',
      store: 'store',
      read: 'read',
      rotate: 'rotate',
      revoke: 'revoke',
      suffix: 'Ref',
    };
    expect(read({ vault: { module: '#v' } }).vault).toEqual(vault);
    expect(read({ vault: { module: '#v', read: undefined, store: 'put' } }).vault).toEqual({ ...vault, store: 'put' });
    expect(read({ vault: { module: '#v', export: 'newVault', revoke: 'delete' } }).vault).toEqual({
      ...vault,
      export: 'newVault',
      revoke: 'delete',
    });
    expect(resolveVault({ module: '#v', suffix: '_ref' })).toEqual({ ...vault, suffix: '_ref' });
  });

  it('keep apart that there is no vault and that nobody named one', () => {
    expect(read({ vault: false }).vault).toBe(false);
    expect(read({})).not.toHaveProperty('vault');
  });

  it('take a library in the shape of our own facts', () => {
    const given: unknown = { libraries: [library] };
    expect(read(given).libraries).toEqual([library]);
  });

  it.each(libraries.map((facts) => [facts.module, facts] as const))('take our own facts: %s', (_module, facts) => {
    expect(read({ libraries: [facts] }).libraries).toEqual([facts]);
  });

  it('take names in every spelling', () => {
    const add = [
      'losung',
      'API_KEY',
      'x-api-key',
      'contraseña',
      'user.token',
      'oauth2:key',
      'token$',
      '$secret',
      '#pin',
      'a/b',
      'two words',
      '2fa',
    ];
    expect(read({ secretNames: { add, allow: add } }).secretNames).toEqual({ add, allow: add });
  });

  it('take objects of any making, that have their keys of their own', () => {
    class Settings {
      vault = false;
    }
    const bare = Object.assign(Object.create(null) as object, { vault: false });
    const elsewhere: unknown = runInNewContext('({ vault: false })');
    for (const given of [new Settings(), bare, elsewhere, Object.freeze({ vault: false })])
      expect(read(given).vault).toBe(false);
  });

  it('take functions of a vault by any name', () => {
    const { vault } = read({ vault: { module: '#v', revoke: 'delete', store: 'eval', read: 'let' } });
    expect(vault).toMatchObject({ revoke: 'delete', store: 'eval', read: 'let' });
  });

  it('take names and member paths', () => {
    const given: SessionSecretsSettings = {
      sessionObjects: ['req.auth.session', 'this.$session', 'sitzung'],
      secretNames: { add: ['losung'], allow: ['publicToken'] },
    };
    expect(read(given)).toMatchObject(given);
  });

  it('are read once per object', () => {
    let reads = 0;
    const given = {
      get sessionObjects() {
        reads += 1;
        return ['req.auth.session'];
      },
    };
    const context = { settings: { 'session-secrets': given } };
    const first = settingsOf(context);
    const before = reads;
    expect(settingsOf(context)).toBe(first);
    expect(settingsOf({ settings: { ...context.settings, other: 1 } })).toBe(first);
    expect(reads).toBe(before);
    expect(settingsOf({ settings: {} })).toBe(settingsOf({ settings: { react: {} } }));
  });
});

describe('settings that throw when they are read', () => {
  const thrower = (key: string) =>
    Object.defineProperty({}, key, {
      enumerable: true,
      get() {
        throw new Error('no\nsecond line');
      },
    });

  it.each<[string, unknown]>([
    ['.vault', thrower('vault')],
    ['.secretNames.add', { secretNames: thrower('add') }],
    [
      '.vault',
      new Proxy(
        {},
        {
          get(_, key) {
            if (key === 'vault') throw new Error('no');
            return undefined;
          },
        },
      ),
    ],
    [
      '',
      new Proxy(
        {},
        {
          ownKeys() {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('are named: %s', (key, given) => {
    expect(() => read(given)).toThrow(`${where}${key}: cannot be read ('no')`);
  });

  it('whatever they throw', () => {
    expect(() =>
      read({
        get vault() {
          throw undefined;
        },
      }),
    ).toThrow(`${where}.vault: cannot be read (undefined)`);
  });
});

describe('wrong settings', () => {
  const circular: Record<string, unknown> = {};
  circular['module'] = circular;

  it.each<[string, string, string, unknown]>([
    // key, value, expectation, given
    ['', "got 'all'", 'expected an object', 'all'],
    ['', 'got null', 'expected an object', null],
    ['', 'got []', 'expected an object', []],
    ['', 'got true', 'expected an object', true],
    ['', 'got 1970-01-01T00:00:00.000Z', 'expected an object', new Date(0)],
    ['', 'got Map(0) {}', 'expected an object', new Map()],
    ['', 'got Set(0) {}', 'expected an object', new Set()],
    ['', 'got /x/', 'expected an object', /x/],
    ['', 'got Promise', 'expected an object', Promise.resolve({})],
    ['', 'got [Function', 'expected an object', () => ({})],
    ['', 'got [Error: x', 'expected an object', Object.assign(new Error('x'), { stack: 'Error: x' })],
    [
      'vault',
      "got Map(1) { 'module' => '#v' }",
      'expected false, or an object',
      { vault: new Map([['module', '#v']]) },
    ],
    ['secretNames', 'got 1970', 'expected an object with add and allow', { secretNames: new Date(0) }],
    ['secretNames.add', 'got Set(1)', 'expected a list', { secretNames: { add: new Set(['a']) } }],
    ['vault', 'got true', 'expected false, or an object', { vault: true }],
    ['vault', 'got null', 'expected false, or an object', { vault: null }],
    ['vault', "got '#session-vault'", 'expected false, or an object', { vault: '#session-vault' }],
    ['vault.module', 'missing in {}', 'expected the name of a module', { vault: {} }],
    ['vault.module', "missing in { store: 'put' }", 'expected the name of a module', { vault: { store: 'put' } }],
    ['vault.module', "got ''", 'expected the name of a module', { vault: { module: '' } }],
    ['vault.module', 'got 5', 'expected the name of a module', { vault: { module: 5 } }],
    ['vault.module', 'got <ref *1>', 'expected the name of a module', { vault: circular }],
    ['vault.export', "got 'my vault'", 'expected a named export', { vault: { module: '#v', export: 'my vault' } }],
    ['vault.export', "got 'default'", 'expected a named export', { vault: { module: '#v', export: 'default' } }],
    ['vault.export', "got 'new'", 'expected a named export', { vault: { module: '#v', export: 'new' } }],
    ['vault.read', "got [ 'get' ]", 'expected a name', { vault: { module: '#v', read: ['get'] } }],
    ['vault.rotate', 'got 1', 'expected a name', { vault: { module: '#v', rotate: 1 } }],
    ['vault.revoke', 'got null', 'expected a name', { vault: { module: '#v', revoke: null } }],
    ['vault.suffix', "got '-ref'", 'expected a part of a name', { vault: { module: '#v', suffix: '-ref' } }],
    ['sessionObjects', "got 'req.s'", 'expected a list', { sessionObjects: 'req.s' }],
    ['sessionObjects[1]', "got 'req['", 'expected a member path', { sessionObjects: ['req.s', 'req['] }],
    ['sessionObjects[0]', 'got /session/', 'expected a member path', { sessionObjects: [/session/] }],
    ['project', "got 'no'", 'expected true or false', { project: 'no' }],
    ['testFiles', "got 'tests/**'", 'expected a list, each item a glob below package.json', { testFiles: 'tests/**' }],
    ['testFiles[0]', "got '/tests/**'", 'expected a glob below package.json', { testFiles: ['/tests/**'] }],
    ['secretNames', "got [ 'a' ]", 'expected an object with add and allow', { secretNames: ['a'] }],
    ['secretNames.add', "got 'a'", 'expected a list', { secretNames: { add: 'a' } }],
    ['secretNames.allow[0]', 'got 1n', 'expected the name of a property', { secretNames: { allow: [1n] } }],
    ...[
      '(a+)+$',
      '*Token',
      '^token',
      'api.?key',
      '[a-z]key',
      'a|b',
      'api\\d',
      'token{2}',
      '-',
      '',
      '密码',
      'x'.repeat(121),
    ].map((name): [string, string, string, unknown] => [
      'secretNames.add[1]',
      'got ',
      'expected the name of a property',
      { secretNames: { add: ['a', name] } },
    ]),
    ['secretNames.allow[0]', 'got /token/', 'expected the name of a property', { secretNames: { allow: [/token/] } }],
    ...'eval arguments let static yield await package implements undefined require module exports __filename'
      .split(' ')
      .map((name): [string, string, string, unknown] => [
        'vault.export',
        `got '${name}'`,
        'expected a named export',
        { vault: { module: '#v', export: name } },
      ]),
    ['libraries', "got { module: '@acme/session'", 'expected a list', { libraries: library }],
    ['libraries[0]', "got 'x'", 'expected the facts of a library', { libraries: ['x'] }],
    ['libraries[0].module', 'missing in {', 'expected the name of a module', libraryBut((it) => delete it['module'])],
    ['libraries[0].readFrom', 'missing in {', 'expected a string', libraryBut((it) => delete it['readFrom'])],
    [
      'libraries[0].setups[0].form',
      "got 'magic'",
      "expected one of 'call', 'plugin', 'assign', 'typed'",
      libraryBut((it) => (it['setups'][0].form = 'magic')),
    ],
    [
      'libraries[0].setups[0].form',
      "got 'constructor'",
      "expected one of 'call'",
      libraryBut((it) => (it['setups'][0].form = 'constructor')),
    ],
    [
      'libraries[0].setups[1].form',
      "missing in { export: [ 'create', '()' ]",
      "expected one of 'call'",
      libraryBut((it) => delete it['setups'][1].form),
    ],
    ['libraries[0].setups[0]', 'got 7', 'expected a set-up', libraryBut((it) => (it['setups'][0] = 7))],
    [
      'libraries[0].setups[0].options',
      'got -1',
      'expected the index of an argument (0, 1 …), a list of them, or "last"',
      libraryBut((it) => (it['setups'][0].options = -1)),
    ],
    [
      'libraries[0].setups[0].options',
      'got [ 0, 1.5 ]',
      'expected the index of an argument',
      libraryBut((it) => (it['setups'][0].options = [0, 1.5])),
    ],
    [
      'libraries[0].setups[0].export',
      "got 'create'",
      'expected a path below the module',
      libraryBut((it) => (it['setups'][0].export = 'create')),
    ],
    [
      'libraries[0].setups[0].attributes.secure.path',
      "got 'secure'",
      'expected a list of keys',
      libraryBut((it) => (it['setups'][0].attributes.secure.path = 'secure')),
    ],
    [
      'libraries[0].setups[0].attributes.maxAge.unit',
      "got 'min'",
      'expected "ms" or "s"',
      libraryBut((it) => (it['setups'][0].attributes.maxAge.unit = 'min')),
    ],
    [
      'libraries[0].setups[0].attributes.secure.whenAbsent',
      'got {}',
      'expected a string, number, boolean or null',
      libraryBut((it) => (it['setups'][0].attributes.secure.whenAbsent = {})),
    ],
    [
      'libraries[0].setups[0].attributes.secure',
      'got [Function',
      'expected an attribute',
      { libraries: [{ ...library, setups: [{ ...library.setups[0], attributes: { secure: () => true } }] }] },
    ],
    [
      'libraries[0].setups[0].storage',
      "got 'cloud'",
      'expected "server" or "signed-client"',
      libraryBut((it) => (it['setups'][0].storage = 'cloud')),
    ],
    [
      'libraries[0].cookieWrites[0].members[0]',
      "got 'res cookie'",
      'expected a member path',
      libraryBut((it) => (it['cookieWrites'][0].members = ['res cookie'])),
    ],
    [
      'libraries[0].setups[8].files',
      'missing in { form:',
      'expected a list',
      libraryBut((it) => delete it['setups'][8].files),
    ],
    [
      'libraries[0].setups[6].where.argument',
      "got 'type'",
      'expected the index of an argument',
      libraryBut((it) => (it['setups'][6].where.argument = 'type')),
    ],
    [
      'libraries[0].setups[6].attributes.sameSite.versions[0].whenAbsent',
      'got []',
      'expected a string, number, boolean or null',
      libraryBut((it) => (it['setups'][6].attributes.sameSite.versions[0].whenAbsent = [])),
    ],
    [
      'libraries[0].cookieHeaders[0].header',
      'missing in { methods:',
      'expected a string',
      libraryBut((it) => delete it['cookieHeaders'][0].header),
    ],
    [
      'libraries[0].responses[0].as',
      "got 'sent'",
      'expected "body" or "redirect" or "page"',
      libraryBut((it) => (it['responses'][0].as = 'sent')),
    ],
    [
      'libraries[0].sessions[0].methods.set',
      "got 'set'",
      'expected a list',
      libraryBut((it) => (it['sessions'][0].methods.set = 'set')),
    ],
  ])('%s: %s', (key, value, expectation, given) => {
    const message = messageOf(given);
    expect(message.startsWith(`${where}${key && '.'}${key}: ${value}`), message).toBe(true);
    expect(message).toContain(`; ${expectation}`);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(300);
  });

  it.each<[string, unknown]>([
    [
      `settings['session-secrets'].valt: unknown key; expected one of 'project', 'vault', 'testFiles', 'libraries', 'sessionObjects', 'secretNames' (did you mean 'vault'?)`,
      { valt: false },
    ],
    ["(did you mean 'sessionObjects'?)", { 'session-objects': [] }],
    [
      `settings['session-secrets'].vault.sufix: unknown key; expected one of 'module', 'export', 'store', 'read', 'rotate', 'revoke', 'suffix' (did you mean 'suffix'?)`,
      { vault: { module: '#v', sufix: 'Id' } },
    ],
    [
      `settings['session-secrets'].secretNames.adds: unknown key; expected one of 'add', 'allow' (did you mean 'add'?)`,
      { secretNames: { adds: [] } },
    ],
    [
      `settings['session-secrets'].libraries[0].cookie: unknown key; expected one of 'module', 'specifiers'`,
      libraryBut((it) => (it['cookie'] = {})),
    ],
    [
      `settings['session-secrets'].libraries[0].setups[0].atributes: unknown key; expected one of 'attributes'`,
      libraryBut((it) => (it['setups'][0].atributes = {})),
    ],
    ["(did you mean 'attributes'?)", libraryBut((it) => (it['setups'][0].atributes = {}))],
    [
      `settings['session-secrets'].libraries[0].setups[0].attributes["http-only"]: unknown key; `,
      libraryBut((it) => (it['setups'][0].attributes['http-only'] = {})),
    ],
    ["(did you mean 'httpOnly'?)", libraryBut((it) => (it['setups'][0].attributes['http-only'] = {}))],
    ["(did you mean 'whenAbsent'?)", libraryBut((it) => (it['setups'][0].attributes.secure.whenabsent = false))],
    ["(did you mean 'get'?)", libraryBut((it) => (it['sessions'][0].methods.get_ = []))],
    ["(did you mean 'header'?)", libraryBut((it) => (it['cookieHeaders'][0].haeder = 'x'))],
    [`settings['session-secrets'].__proto__: unknown key; `, JSON.parse('{ "__proto__": {} }')],
  ])('%s', (message, given) => {
    expect(messageOf(given)).toContain(message);
  });

  it('are named each time they are read', () => {
    const given = { vault: {} };
    expect(messageOf(given)).toBe(messageOf(given));
  });
});

function messageOf(given: unknown): string {
  try {
    read(given);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
}
