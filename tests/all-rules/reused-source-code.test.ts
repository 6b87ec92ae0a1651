import type { Linter } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import plugin from '../../src/plugin';
import { fix, lint } from '../support/lint';

/**
 * oxlint hands the rules one `sourceCode` for all files and exchanges what is in it. Here ESLint does the same, so that
 * whatever a rule keeps by the identity of that object shows, without oxlint.
 */
const apps = join(import.meta.dirname, '../apps');

const filesIn = (folder: string): { filename: string; text: string }[] =>
  readdirSync(join(apps, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/node_modules|\.d\.ts$/.test(path))
    .sort()
    .map((path) => ({
      filename: relative(process.cwd(), join(apps, folder, path)),
      text: readFileSync(join(apps, folder, path), 'utf8'),
    }));

/** The same application with a comment of another length on top: what is kept of one lies beside its place in the other. */
const alike = [0, 9, 41, 50, 58, 66].map((length) => ({
  filename: `alike-${length}.js`,
  text: `${length === 0 ? '' : `// ${'x'.repeat(length)}\n`}const session = require('express-session');
app.use(session({ secret: 'keyboard cat', cookie: { secure: true } }));
app.post('/login', (req, res) => { req.session.apiKey = key; res.cookie('sid', req.session.apiKey); });
`,
}));

/** Clean, and of other names than what comes before and after it. */
const others = [
  {
    filename: 'F01-a.ts',
    text: "const session = require('cookie-session');\napp.use(session({ keys: [process.env.KEY], sameSite: 'lax', secure: true }));\n",
  },
  {
    filename: 'F01-b.js',
    text: "const own = require('express-session');\napp.use(own({ secret: process.env.S, store: makeStore(), cookie: { secure: true } }));\n",
  },
  { filename: 'none.js', text: 'const one = 1;\n' },
];

const files = [...alike, ...others, ...filesIn('insecure'), ...filesIn('secure')];

/** The source code that the one object stands for at present. */
let current: object = {};

const shared = new Proxy(
  {},
  {
    get(_, key) {
      const value: unknown = Reflect.get(current, key, current);
      return typeof value === 'function' ? (value.bind(current) as unknown) : value;
    },
    has: (_, key) => key in current,
  },
);

/** Runs our rules with the shared object in place of each file's own. */
function withShared<T>(run: () => T): T {
  const { rules } = plugin;
  const own = { ...rules };
  for (const [name, rule] of Object.entries(own)) {
    rules[name] = {
      ...rule,
      create(context) {
        current = context.sourceCode as object;
        const { id, options, settings, filename, cwd, languageOptions } = context;
        return rule.create({
          id,
          options,
          settings,
          filename,
          cwd,
          languageOptions,
          sourceCode: shared,
          report: (report: object) => context.report(report),
        }) as object;
      },
    };
  }
  try {
    return run();
  } finally {
    Object.assign(rules, own);
  }
}

const settings = { vault: { module: '#session-vault' } };

type File = (typeof files)[number];
type Look = { messages: Linter.LintMessage[]; output: string };

function look({ filename, text }: File): Look {
  const sourceType = /\brequire\(/.test(text) && !/^import /m.test(text) ? 'commonjs' : 'module';
  const options = { filename, sourceType, settings } as const;
  // The fixes are part of the messages; what several passes make of them is asked of the small ones alone.
  return { messages: lint(text, options), output: text.length < 400 ? fix(text, options).output : text };
}

/** The answers of one run over all files in an order, by file. */
const lookAt = (order: readonly File[]): Record<string, Look> =>
  Object.fromEntries(order.map((file) => [file.filename, look(file)]));

it('one object for all files makes no difference, in whatever order they come', () => {
  const fresh = lookAt(files);
  expect(Object.values(fresh).flatMap(({ messages }) => messages).length).toBeGreaterThan(100);
  expect(withShared(() => lookAt(files))).toEqual(fresh);
  expect(withShared(() => lookAt([...files].reverse()))).toEqual(fresh);
  // Back and forth between two files, as an editor asks.
  const [a, b] = alike as [File, File];
  for (const file of [a, b, a, b]) expect(withShared(() => look(file))).toEqual(fresh[file.filename]);
});
