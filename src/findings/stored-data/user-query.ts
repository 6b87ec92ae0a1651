import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions';
import { isAbsent } from '../../ast/presence-test';
import { staticName, staticString } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import { possibleValuesOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { splitWords } from '../../secrets/names/names';

/** What a table of people who sign in is called. */
const people = /^(?:users?|accounts?|members?|customers?|admins?|administrators?|employees?|logins?|principals?)$/;

/** What is put behind the name of a table to name the thing that reads it. */
const holders = /^(?:model|models|repository|repo|service|collection|table|dao|entity|schema|store|manager|db)$/;

/** Methods that give one row, of Mongoose, Prisma, Sequelize, TypeORM, MikroORM, mongodb, Drizzle and Knex. */
const finders =
  /^(?:find(?:One|Unique|First|By[A-Z]|ByPk|ById|User)\w*|get(?:User)?By[A-Z]\w*|findOrFail|firstOrFail|first|getOne|getOneOrFail|executeTakeFirst\w*)$/;

/** Methods that give rows, or run what gives them. */
const lists =
  /^(?:findAll|findMany|find|select|from|get|all|query|execute|one|oneOrNone|limit|where|run|returning|raw)$/;

/** Methods that choose columns; so does an option of these names. */
const choosing =
  /^(?:select|columns?|project|projection|attributes|fields|omit|exclude|pick|without|addSelect|scope|unscoped)$/;

/** Functions whose names promise that nothing secret is left. */
const promising = /(?<!un)safe|public|dto|view|strip|without|sanit|profile|clean/i;

interface Step {
  name: string;
  args: readonly TSESTree.Node[];
}

/**
 * Is an expression a query that gives whole rows of a table of users: `User.findOne({ … })`, `prisma.user.findUnique`,
 * `knex('users').first()`, `db.query('SELECT * FROM users')`? Where columns are chosen it is none.
 * @param isOne whether one row is taken out of a list afterwards: `rows[0]`
 */
export function isUserQuery(expression: TSESTree.Node, isOne: boolean, file: FileContext): boolean {
  const steps: Step[] = [];
  const names: string[] = [];
  for (let node = unwrap(expression); ;) {
    if (node.type === 'CallExpression') {
      const callee = unwrap(node.callee);
      const name =
        callee.type === 'MemberExpression'
          ? staticName(callee)
          : callee.type === 'Identifier'
            ? callee.name
            : undefined;
      if (name === undefined) return false;
      steps.push({ name, args: node.arguments });
      if (callee.type !== 'MemberExpression') break;
      node = unwrap(callee.object);
    } else if (node.type === 'MemberExpression') {
      const name = node.property.type === 'PrivateIdentifier' ? node.property.name : staticName(node);
      names.push(name ?? '');
      node = unwrap(node.object);
    } else {
      if (node.type === 'Identifier') names.push(node.name);
      break;
    }
  }
  if (steps.length === 0 || steps.some((step) => isChoosing(step, file) || promising.test(step.name))) return false;
  if (steps.some(({ args }) => args.some(selectsAllUsers))) return true;
  const hasFinder =
    steps.some(({ name }) => finders.test(name)) || (isOne && steps.some(({ name }) => lists.test(name)));
  return (
    hasFinder &&
    (namesPeople(names[0]) ||
      steps.some(
        ({ args, name }) => /^(?:from|collection|table|model|into|knex|db)$/.test(name) && namesTable(args[0]),
      ))
  );
}

/**
 * Is this what a table, a model or a variable of people who sign in is called: `User`, `usersRepository`,
 * `prisma.account`?
 */
export function namesPeople(name: string | undefined): boolean {
  const words = [...splitWords(name ?? '')];
  while (words.length > 1 && holders.test(words.at(-1) ?? '')) words.pop();
  return people.test(words.at(-1) ?? '');
}

function namesTable(argument: TSESTree.Node | undefined): boolean {
  if (!argument) return false;
  const node = unwrap(argument);
  return namesPeople(node.type === 'Identifier' ? node.name : staticString(node));
}

/** `SELECT * FROM users`, also with an alias, a schema, quotes. */
function selectsAllUsers(argument: TSESTree.Node): boolean {
  const node = unwrap(argument);
  const text = staticString(node) ?? (node.type === 'TemplateLiteral' ? (node.quasis[0]?.value.raw ?? '') : '');
  const [select, all, from, table] = text.trim().split(/\s+/, 4);
  if (select?.toLowerCase() !== 'select' || all !== '*' || from?.toLowerCase() !== 'from') return false;
  return table !== undefined && namesPeople(table.split('.').at(-1)?.replace(/\W/g, ''));
}

/** `.select('-password')`, `{ select: { id: true } }`; `.select('+password')` adds one, `.select()` chooses nothing. */
function isChoosing({ name, args }: Step, file: FileContext): boolean {
  const [first, second] = args;
  if (choosing.test(name)) {
    const text = staticString(first && unwrap(first));
    return args.length > 0 && text !== '*' && !text?.startsWith('+');
  }
  if (!/^find/.test(name)) return false;
  return (
    args.some((argument) => hasChoice(argument, file)) ||
    args.some(({ type }) => type === 'SpreadElement') ||
    // Mongoose's and mongodb's projection.
    (second !== undefined &&
      !isCallback(second) &&
      !isAbsent(unwrap(second)) &&
      unwrap(second).type !== 'ObjectExpression') ||
    (second !== undefined &&
      unwrap(second).type === 'ObjectExpression' &&
      hasFlags(unwrap(second) as TSESTree.ObjectExpression))
  );
}

/** A function, also in a wrapper: `once((user) => …)`. */
const isCallback = (node: TSESTree.Node): boolean =>
  isFunction(node) || (node.type === 'CallExpression' && node.arguments.some(isFunction));

/** Options that choose, here or under a name: `findUnique(byId)` of `const byId = { where, select: { id: true } }`. */
const hasChoice = (argument: TSESTree.Node, file: FileContext): boolean =>
  (isFunction(unwrap(argument)) ? [] : possibleValuesOf(argument, file)).some(({ node }) => {
    const options = unwrap(node);
    return (
      options.type === 'ObjectExpression' &&
      options.properties.some((one) => one.type === 'SpreadElement' || choosing.test(staticName(one) ?? ''))
    );
  });

/** `{ password: 0 }`, `{ name: 1 }`. */
const hasFlags = ({ properties }: TSESTree.ObjectExpression): boolean =>
  properties.some(
    (one) => one.type === 'Property' && one.value.type === 'Literal' && /^(?:[01]|true|false)$/.test(one.value.raw),
  );
