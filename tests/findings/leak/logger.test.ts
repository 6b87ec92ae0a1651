import type { TSESTree } from '@typescript-eslint/utils';
import { expect, it } from 'vitest';
import { unwrap } from '../../../src/ast/unwrap';
import { isLogCall } from '../../../src/findings/leak/logger';
import { inFile, probedIn } from '../../support/probe';

const isLog = (code: string): boolean =>
  inFile(code, (file) => isLogCall(unwrap(probedIn(file)[0]!) as TSESTree.CallExpression, file));

it.each([
  'probe(console.log(x))',
  'probe(globalThis.console.error(x))',
  "probe(console['warn'](x))",
  'probe(console?.info?.(x))',
  'const { warn } = console; probe(warn(x))',
  'const print = console.log; probe(print(x))',
  'probe(log.info(x))',
  'probe(this.logger.verbose(x))',
  'class A { #logger; m() { probe(this.#logger.info(x)); } }',
  'probe(requestLogger.fatal(x))',
  'probe(app.log.error(x))',
  'probe(getLogger("app").debug(x))',
  'probe(logger.child({}).child({}).info(x))',
  "import pino from 'pino'; const out = pino({}); probe(out.info(x))",
  "const bunyan = require('bunyan'); probe(bunyan.createLogger({}).info(x))",
  "import { Logger as Nest } from '@nestjs/common'; const out = new Nest('a'); probe(out.warn(x))",
  "import debug from 'debug'; const say = debug('app'); probe(say(x))",
  "import consola from 'consola'; probe(consola(x))",
  'probe(process.stderr.write(x))',
  "probe(request.log(['tag'], x))",
  'probe(sails.log(x))',
])('%s is a log', (code) => expect(isLog(code)).toBe(true));

it.each([
  'probe(Math.log(x))',
  'probe(log(x))',
  'probe(debug(x))',
  'probe(logger(x))',
  'probe(scale.log(x))',
  'probe(blog.info(x))',
  'probe(dialog.error(x))',
  'probe(catalog.table(x))',
  'probe(logger.setLevel(x))',
  'probe(console.time(x))',
  'probe(console[method](x))',
  'probe(stream.write(x))',
  'probe(request.log(x))',
  "import debug from 'debug'; probe(debug(x))",
  "import { Get } from '@nestjs/common'; probe(Get.log(x))",
  'const console = { log() {} }; const { log } = other; probe(log(x))',
])('%s is none', (code) => expect(isLog(code)).toBe(false));
