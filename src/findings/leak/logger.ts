import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { splitWords } from '../../secrets/names/names';
import { isErrorReport } from './error-report';
import type { FileContext } from '../../model/file/file-context';
import { qualifiedNameOf } from '../../model/dataflow/qualified-name';
import type { Origin } from '../../model/file/origin';

/**
 * Methods that write a line to a log, or bind data to every line: those of the console, of npm's and syslog's levels
 * (winston), of pino, bunyan, log4js, consola and Nest's `Logger`, and `child` of pino, winston and bunyan.
 */
const methods = new Set([
  ...['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed'],
  ...['fatal', 'warning', 'notice', 'verbose', 'silly', 'http', 'crit', 'critical', 'alert', 'emerg', 'emergency'],
  ...['success', 'start', 'ready', 'child'],
]);

/** Modules of which everything is a logger, or makes one. */
const modules = new Set([
  ...['pino', 'pino-http', 'winston', 'bunyan', 'log4js', 'consola', 'loglevel', 'signale', 'tslog', 'npmlog'],
  ...['electron-log', 'roarr', 'fancy-log', 'bole', 'loglevelnext', 'js-logger', 'webpack-log', 'caterpillar'],
]);

/** Modules whose export makes functions that log: `debug('app')(value)`. */
const makers = new Set(['debug']);

/** What a variable or member is called that is a logger: the last of its words. */
const loggerWord = /^(?:log|logger|logging|console|winston|pino|bunyan|consola|signale|loglevel|log4js)$/;

/** Does a call write what it is given to a log? By where its callee comes from, or by what that is called. */
export function isLogCall(call: TSESTree.CallExpression, file: FileContext): boolean {
  if (isErrorReport(call, file)) return true;
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression') return isLogMethod(callee, call, file);
  const origin = file.originOf(callee);
  if (origin)
    return makers.has(origin.module)
      ? origin.path.length === 1
      : modules.has(origin.module) && origin.path.length === 0;
  if (callee.type !== 'Identifier') return false;
  const [object, method] = qualifiedNameOf(callee, file)?.split('.') ?? [];
  return object === 'console' && methods.has(method ?? '');
}

function isLogMethod(callee: TSESTree.MemberExpression, call: TSESTree.CallExpression, file: FileContext): boolean {
  const method = staticName(callee) ?? '';
  if (method === 'write') return /^process\.std(?:out|err)\.write$/.test(qualifiedNameOf(callee, file) ?? '');
  if (!methods.has(method)) return false;
  if (isLogger(callee.object, file)) return true;
  if (method !== 'log') return false;
  // hapi's `request.log(['tag'], data)`, and `sails.log(data)`.
  const owner = nameOf(unwrap(callee.object));
  return (
    owner === 'sails' ||
    (/^(?:request|req|server)$/.test(owner) && unwrap(call.arguments[0] ?? call).type === 'ArrayExpression')
  );
}

function isLogger(expression: TSESTree.Node, file: FileContext): boolean {
  for (let node = unwrap(expression); ;) {
    const origin = file.originOf(node);
    if (origin && isLoggerModule(origin)) return true;
    const name = nameOf(node);
    if (loggerWord.test(splitWords(name).at(-1) ?? '')) return true;
    // `logger.child({ … }).info(…)`
    const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
    if (name !== 'child' || callee?.type !== 'MemberExpression') return false;
    node = unwrap(callee.object);
  }
}

const isLoggerModule = ({ module, path }: Origin): boolean =>
  modules.has(module) || (module === '@nestjs/common' && path[0] === 'Logger');

/** The last name of an expression: of `this.logger` and `getLogger()` as of `logger`. */
function nameOf(node: TSESTree.Node): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.property.type === 'PrivateIdentifier' ? node.property.name : (staticName(node) ?? '');
    case 'CallExpression':
      return calledName(node);
    default:
      return '';
  }
}
