import { expect, it } from 'vitest';
import { isContainerKey } from '../../../src/findings/cookie/near-key';
import { compositionOf } from '../../../src/findings/signing/composition';
import { guessableOf } from '../../../src/findings/signing/predictable-value';
import { inFile, probedIn } from '../../support/probe';

const causeOf = (code: string): (string | undefined)[] =>
  inFile(code, (file) => probedIn(file).map((node) => guessableOf(node, file)?.cause));

/** `uuid.v1` of a module, called: by a namespace, or by its default export where it is nothing below. */
function called(name: string): string {
  const [, module = '', path = ''] = /^([\w/-]+)(?:\.(.*))?$/.exec(name) ?? [];
  return path === ''
    ? `import it from '${module}'; probe(it());`
    : `import * as it from '${module}'; probe(it.${path}());`;
}

// Each word is written out once more, so that none is lost from the lists unseen.
it.each([
  'perf_hooks.performance.now',
  ...['v1', 'v3', 'v5', 'v6', 'v7'].map((version) => `uuid.${version}`),
  ...[
    'uuid/v1',
    'uuid/v3',
    'uuid/v5',
    'uuidv7',
    'uuidv7.uuidv7',
    'shortid',
    'shortid.generate',
    'cuid',
    'uniqid',
    'hyperid',
  ],
  ...['nanoid/non-secure.nanoid', 'lodash.random', 'lodash.uniqueId', 'lodash/random', 'lodash/uniqueId'],
  ...['mongodb', 'bson', 'mongoose', 'mongoose.Types', 'mongoose.mongo'].flatMap((one) => [
    `${one}.ObjectId`,
    `${one}.ObjectID`,
  ]),
])('%s gives what can be predicted', (name) => {
  expect(causeOf(called(name))).toEqual(['predictable']);
  expect(causeOf(called(`${name}x`))).toEqual([undefined]);
});

it.each([
  'Math.random',
  'Date',
  'Date.now',
  'performance.now',
  'process.hrtime',
  'process.hrtime.bigint',
  'process.uptime',
])('%s of the platform gives what can be predicted', (name) => {
  expect(causeOf(`probe(${name}());`)).toEqual(['predictable']);
  expect(causeOf(`probe(${name}x());`)).toEqual([undefined]);
});

it.each(['process.pid', 'process.ppid'])('%s can be predicted', (name) => {
  expect(causeOf(`probe(${name});`)).toEqual(['predictable']);
  expect(causeOf(`probe(${name}());`)).toEqual(['predictable']);
});

it.each(
  [
    'hostname',
    'userInfo',
    'homedir',
    'tmpdir',
    'networkInterfaces',
    'platform',
    'arch',
    'type',
    'release',
    'version',
    'machine',
  ].map((one) => `os.${one}`),
)('%s is known to others', (name) => {
  expect(causeOf(called(name))).toEqual(['knowable']);
  expect(causeOf(called(`${name}x`))).toEqual([undefined]);
});

it.each([
  ...['__dirname', '__filename', 'import.meta.url', 'import.meta.dirname', 'import.meta.filename'],
  ...['cwd', 'version', 'versions', 'title', 'platform', 'arch', 'release', 'execPath'].map((one) => `process.${one}`),
  ...['HOSTNAME', 'NODE_ENV', 'npm_package_name', 'npm_package_version'].map((one) => `process.env.${one}`),
])('%s is known to others', (name) => {
  expect(causeOf(`probe(${name});`)).toEqual(['knowable']);
  expect(causeOf(`probe(${name}x);`)).toEqual([undefined]);
});

const composedOf = (code: string) => inFile(code, (file) => probedIn(file).map((node) => compositionOf(node, file)));

it.each([
  ...['md5', 'blueimp-md5', 'sha1', 'sha256', 'js-md5', 'js-sha1', 'js-sha256', 'js-sha256.sha256', 'object-hash'],
  ...['crypto-js.MD5', 'crypto-js.SHA1', 'crypto-js.SHA256', 'crypto-js.SHA512', 'crypto-js.SHA3'],
])('%s is a digest', (name) => {
  expect(composedOf(called(name).replace('())', "('a'))"))).toEqual([expect.objectContaining({ isHashed: true })]);
  expect(composedOf(called(`${name}x`).replace('())', "('a'))"))).toEqual([null]);
});

it.each([
  ...['valueOf', 'trim', 'trimStart', 'trimEnd', 'normalize', 'replace', 'replaceAll', 'split', 'reverse'],
  ...['slice', 'substring', 'substr', 'subarray', 'padStart', 'padEnd', 'repeat', 'copy'],
])('%s keeps what it is called on', (method) => {
  expect(composedOf(`probe(text.${method}());`)).toEqual([
    expect.objectContaining({ operands: [expect.objectContaining({ name: 'text' })] }),
  ]);
  expect(composedOf(`probe(text.${method}x());`)).toEqual([null]);
});

it.each([
  ...[
    'cookie',
    'cookies',
    'cookieOptions',
    'cookieOption',
    'cookieOpts',
    'cookieSettings',
    'cookieConfig',
    'cookieParams',
  ],
  ...['sessionCookie', 'options'],
])('%s may hold the options of a cookie', (key) => {
  expect(isContainerKey(key, [])).toBe(true);
  expect(isContainerKey(`${key}Xy`, [])).toBe(false);
});
