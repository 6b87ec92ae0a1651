import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { isForOneEnvironment, isOutsideProduction } from '../../../src/model/dataflow/environment-branch';
import { inFile } from '../../support/probe';

/** What is said of the call `run(session)` in some code. */
function asked(code: string, question: typeof isForOneEnvironment): boolean {
  return inFile(code, (file) => {
    const call = file.nodes.calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === 'run');
    if (!call) throw new Error(`no call in ${code}`);
    return question(call as TSESTree.Node, file);
  });
}

describe('a branch by the place the program runs in', () => {
  it.each([
    ['dev'],
    ['test'],
    ['debug'],
    ['isDev'],
    ['isdev'],
    ['is_test'],
    ['DEBUG'],
    ['config.debug'],
    ['config.isLocal'],
    ['import.meta.env.DEV'],
    ["process.env.NODE_ENV === 'development'"],
    ["process.env.NODE_ENV !== 'production'"],
    ["process.env['NODE_ENV'] === 'test'"],
    ["app.get('env') === 'development'"],
    ["mode === 'staging'"],
    ['!isProduction'],
    ['!production'],
    ['process.env.VERBOSE'],
  ])('if (%s)', (test) => {
    expect(asked(`if (${test}) run(session);`, isForOneEnvironment)).toBe(true);
  });

  it.each([
    ['device'],
    ['product.isNew'],
    ['latest'],
    ['locale'],
    ['circuit.open'],
    ['contest'],
    ['environmental.sum'],
    ['/^a/.test(path)'],
    ["kind === 'a test drive'"],
    ["path === '/local/test'"],
    ['ready /* in development */'],
    ['isProduction'],
    ["process.env.NODE_ENV === 'production'"],
  ])('not if (%s)', (test) => {
    expect(asked(`if (${test}) run(session);`, isForOneEnvironment)).toBe(false);
  });

  it('is one by the constant it asks', () => {
    expect(
      asked("const live = process.env.NODE_ENV === 'production'; if (!live) run(session);", isForOneEnvironment),
    ).toBe(true);
    expect(
      asked("const live = process.env.NODE_ENV === 'production'; if (live) run(session);", isForOneEnvironment),
    ).toBe(false);
    expect(asked("const live = user.paid === 'yes'; if (!live) run(session);", isForOneEnvironment)).toBe(false);
  });
});

describe('what stands behind a branch that leaves', () => {
  it.each([
    ['if (!isDev) return;'],
    ['if (!config.debug) return next();'],
    ["if (process.env.NODE_ENV === 'production') throw new Error('not here');"],
    ["if (process.env.NODE_ENV === 'production') { process.exit(1); }"],
    // Something else runs there.
    ['if (process.env.REDIS_URL) return connect();'],
    ['if (process.env.REDIS_URL) { connect(); return; }'],
  ])('%s', (before) => {
    expect(asked(`function start() { ${before} run(session); }`, isForOneEnvironment)).toBe(true);
  });

  it.each([
    ["if (!process.env.API_URL) throw new Error('API_URL is missing, even in test');"],
    ["if (process.env.SESSION_SECRET === undefined) { throw new Error('missing'); }"],
    ['if (!process.env.API_URL) process.exit(1);'],
    ["if (!process.env.API_URL) { console.error('missing'); process.exit(1); }"],
    ['if (!process.env.API_URL) return;'],
    ['if (!process.env.API_URL) return next();'],
    ["if (!env.API_URL) return next(new Error('missing'));"],
    ['if (!ready) return;'],
  ])('not %s', (before) => {
    expect(asked(`function start(next) { ${before} run(session); }`, isForOneEnvironment)).toBe(false);
  });
});

describe('code that never runs in production', () => {
  it.each([
    ["if (process.env.NODE_ENV !== 'production') run(session);", true],
    ["if (process.env.NODE_ENV === 'production') { done(); } else run(session);", true],
    ['if (isProd) throw new Error(name); run(session);', true],
    ['if (isDev) run(session);', false],
    ['if (product) run(session);', false],
    ['if (isProd) run(session);', false],
  ])('%s: %s', (code, expected) => {
    expect(asked(code, isOutsideProduction)).toBe(expected);
  });
});
