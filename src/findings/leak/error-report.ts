import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { specifiersIn } from '../../model/file/imports';

/** Modules that send errors, and what is told of them, to a service where others read it. */
const trackers =
  /^(?:@sentry\/|@bugsnag\/|@honeybadger-io\/|@airbrake\/|@rollbar\/|(?:rollbar|newrelic|raygun|applicationinsights|raven|bugsnag|airbrake|dd-trace)$)/;

/** What their functions and methods are called that take something along. */
const telling =
  /^(?:set(?:Extras?|Contexts?|Tags?|User)|capture(?:Exception|Message|Event|Error)|addBreadcrumb|leaveBreadcrumb|addMetadata|addCustomAttributes?|noticeError|track(?:Exception|Event|Trace)|notify)$/;

/** What stands for one where it was not loaded here: the service itself, and the scope its callbacks are given. */
const owners = /^(?:Sentry|Bugsnag|Honeybadger|Rollbar|rollbar|newrelic|scope|currentScope)$/;

/** Does a call send what it is given to a service that collects errors: `Sentry.setExtra('session', session)`? */
export function isErrorReport(call: TSESTree.CallExpression, file: FileContext): boolean {
  if (!telling.test(calledName(call))) return false;
  const origin = file.originOf(call.callee);
  if (origin) return trackers.test(origin.module);
  const callee = unwrap(call.callee);
  const owner = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const name =
    owner?.type === 'CallExpression'
      ? calledName(owner).replace(/^get/, '')
      : owner?.type === 'Identifier'
        ? owner.name
        : '';
  if (!owners.test(name.replace(/^CurrentScope$/, 'scope'))) return false;
  return !/scope$/i.test(name) || [...specifiersIn(file)].some((specifier) => trackers.test(specifier));
}

/** Errors every runtime has: their first argument is the message, and nothing else. */
const builtin = /^(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)?Error$/;

/**
 * Is a text given to an error as its message: `new Error(`no user for ${token}`)`? An error of one's own may keep what
 * it is given whole for other ends; a text that was put together is a message.
 */
export function isErrorMessage(text: TSESTree.Node): boolean {
  const { parent } = text;
  if (parent?.type !== 'NewExpression' && parent?.type !== 'CallExpression') return false;
  const index = (parent.arguments as TSESTree.Node[]).indexOf(text);
  const name = calledName(parent);
  if (index < 0 || !/(?:Error|Exception)$/.test(name) || /^(?:on|is|has|handle|log)(?=[A-Z])/.test(name)) return false;
  if (parent.type === 'CallExpression' && !builtin.test(name) && !/^(?:create|make|http|new)[A-Z]/.test(name))
    return false;
  if (builtin.test(name)) return index === (name.startsWith('Aggregate') ? 1 : 0);
  return text.type === 'TemplateLiteral' || text.type === 'BinaryExpression';
}
