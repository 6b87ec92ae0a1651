import type { TSESTree } from '@typescript-eslint/utils';
import type { Cut, Cutter } from './cut';
import type { FunctionNode, Needs, Program, Range } from './program';
import { isFunction } from './program';
import type { Edit } from './traced';
import { Traced } from './traced';

/** A function written where it is handed over: `app.get('/', (req, res) => {…})`. */
const handlersIn = (program: Program): FunctionNode[] =>
  program.nodes.filter(
    (node): node is FunctionNode =>
      isFunction(node) &&
      (node.parent.type === 'CallExpression' || node.parent.type === 'NewExpression') &&
      (node.parent.callee as TSESTree.Node) !== node,
  );

/** A handler as a constant, a function, the method of an object or of a class. */
const handler: Cutter = (program) =>
  handlersIn(program).flatMap((fn) => {
    const needs = program.needsOf(fn.range);
    const at = program.statementOf(fn);
    if (!at || needs.locals.length > 0) return [];
    const text = program.text.slice(fn.range);
    const method = methodOf(fn, program);
    const cut = (kind: string, name: string, piece: Traced[], member = ''): Cut => ({
      kind,
      name,
      piece,
      rest: (reference) => [{ range: fn.range, by: reference + member }],
      needs,
      at,
    });
    return [
      cut('handler', 'answer', [Traced.join('const answer = ', text, ';\n')]),
      cut('handler', 'answer', [Traced.join(method.isAsync, 'function ', method.as('answer'), '\n')]),
      cut(
        'handler as a method of an object',
        'desk',
        [Traced.join('const desk = { ', method.isAsync, method.as('answer'), ' };\n')],
        '.answer',
      ),
      cut('handler as a field', 'desk', [Traced.join('const desk = { answer: ', text, ' };\n')], '.answer'),
      cut(
        'handler as a static method',
        'Desk',
        [Traced.join('class Desk {\n  static ', method.isAsync, method.as('answer'), '\n}\n')],
        '.answer',
      ),
      cut(
        'handler as a method',
        'desk',
        [
          Traced.join('class Desk {\n  ', method.isAsync, method.as('answer'), '\n}\n'),
          Traced.join('const desk = new Desk();\n'),
        ],
        '.answer',
      ),
    ];
  });

/** The function as it is written after a name. */
function methodOf(fn: FunctionNode, program: Program): { isAsync: string; as: (name: string) => Traced } {
  const parameters = fn.params.flatMap((one, index) => [index > 0 ? ', ' : '', program.text.slice(one.range)]);
  const body = program.text.slice(fn.body.range);
  const block = fn.body.type === 'BlockStatement' ? [body] : ['{\n    return ', body, ';\n  }'];
  return {
    isAsync: fn.async ? 'async ' : '',
    as: (name) => Traced.join(`${name}(`, ...parameters, ') ', ...block),
  };
}

/** Statements in a row that can be a function: nothing leads in or out of them but names. */
interface Part {
  range: Range;
  needs: Needs;
  at: TSESTree.ProgramStatement;
  isAsync: boolean;
  isReturned: boolean;
}

function partsIn(program: Program): Part[] {
  return program.nodes.flatMap((node) => {
    if (node.type !== 'Program' && (node.type !== 'BlockStatement' || !isFunction(node.parent))) return [];
    const { body } = node;
    const last = body.at(-1);
    const single = body.map(({ range }): Range => range);
    const tails =
      last && node.type !== 'Program' ? body.slice(0, -1).map(({ range }): Range => [range[0], last.range[1]]) : [];
    return [...single, ...tails].flatMap((range) => partOf(range, program));
  });
}

function partOf(range: Range, program: Program): Part[] {
  const [first] = program.nodes.filter((node) => node.range[0] === range[0] && node.type.endsWith('Statement'));
  const at = first && program.statementOf(first);
  const isOther = program.directlyIn(range, 'ThisExpression', 'YieldExpression', 'FunctionDeclaration').length > 0;
  if (!at || isOther || program.isBoundTo(range)) return [];
  const needs = program.needsOf(range);
  // It has to be handed something: what it is of the request, of the application.
  if (needs.locals.length === 0 || needs.locals.length > 4) return [];
  return [
    {
      range,
      needs: { ...needs, moved: [] },
      at,
      isAsync: program.directlyIn(range, 'AwaitExpression').length > 0,
      isReturned: program.directlyIn(range, 'ReturnStatement').length > 0,
    },
  ].filter((part) => needs.moved.length === 0 && isLast(part, program));
}

/** What returns has to be the end of its function. */
const isLast = ({ isReturned, range }: Part, program: Program): boolean =>
  !isReturned ||
  program.nodes.some(
    (node) => node.type === 'BlockStatement' && isFunction(node.parent) && node.body.at(-1)?.range[1] === range[1],
  );

/** How a part is handed what it needs. */
interface Handing {
  kind: string;
  parameters: string[];
  handed: string[];
  edits: Edit[];
}

function handingsOf({ range, needs }: Part, program: Program): Handing[] {
  const { locals } = needs;
  const found: Handing[] = [{ kind: 'helper', parameters: [...locals], handed: [...locals], edits: [] }];
  const carriers = program.within(range, 'MemberExpression').filter(({ object, property, computed }) => {
    const isSession = !computed && property.type === 'Identifier' && property.name === 'session';
    return isSession && object.type === 'Identifier' && locals.includes(object.name);
  });
  const [first] = carriers;
  const text = program.text.slice(range).text;
  // Another session stands there after it is renewed, or where it is written.
  const isReplaced = /regenerate|session\s*=[^=]|delete \w+\.session\b(?!\.)/.test(text);
  if (!first || first.object.type !== 'Identifier') return found;
  const { name } = first.object;
  const other = { parameters: locals.map((one) => (one === name ? 'from' : one)), handed: [...locals] };
  found.push({ kind: 'helper of a renamed request', ...other, edits: program.renamed(name, 'from', range) });
  if (isReplaced) return found;
  const edits = carriers.map(({ range: whole }): Edit => ({ range: whole, by: 'kept' }));
  const isNeeded = program.renamed(name, '', range).length > carriers.length;
  const rest = locals.filter((one) => one !== name || isNeeded);
  return [
    ...found,
    { kind: 'helper of the session', parameters: ['kept', ...rest], handed: [`${name}.session`, ...rest], edits },
  ];
}

/** Statements as a function, a method, or a callback. */
const helper: Cutter = (program) =>
  partsIn(program).flatMap((part) => {
    const { range, at, needs, isAsync, isReturned } = part;
    const keyword = isAsync ? 'async ' : '';
    const before = `${isReturned ? 'return ' : ''}${isAsync ? 'await ' : ''}`;
    return handingsOf(part, program).flatMap(({ kind, parameters, handed, edits }) => {
      const body = program.text.edited(edits, range);
      const as = (name: string): Traced => Traced.join(`${name}(${parameters.join(', ')}) {\n    `, body, '\n  }');
      const cut = (of: string, name: string, piece: Traced[], call: (reference: string) => string): Cut => ({
        kind: `${kind}${of}`,
        name,
        piece,
        rest: (reference) => [{ range, by: `${before}${call(reference)}(${handed.join(', ')});` }],
        needs,
        at,
      });
      const plain = (reference: string): string => reference;
      const member = (reference: string): string => `${reference}.assist`;
      const inClass = Traced.join('class Desk {\n  ', keyword, as('assist'), '\n}\n');
      const callback: Cut = {
        kind: `${kind} as a callback`,
        name: 'within',
        piece: [
          Traced.join(
            `function within(use${handed.map((_, index) => `, x${index}`).join('')}) {\n  return use(${handed.map((_, index) => `x${index}`).join(', ')});\n}\n`,
          ),
        ],
        rest: (reference) => [
          {
            range,
            by: Traced.join(
              `${before}${reference}(${keyword}(${parameters.join(', ')}) => {\n  `,
              body,
              `\n}, ${handed.join(', ')});`,
            ),
          },
        ],
        needs: { ...needs, imports: [], ownImports: [] },
        at,
      };
      return [
        cut('', 'assist', [Traced.join(keyword, 'function ', as('assist'), '\n')], plain),
        cut(
          '',
          'assist',
          [Traced.join(`const assist = ${keyword}(${parameters.join(', ')}) => {\n  `, body, '\n};\n')],
          plain,
        ),
        cut(
          ' as a method of an object',
          'desk',
          [Traced.join('const desk = { ', keyword, as('assist'), ' };\n')],
          member,
        ),
        cut(
          ' as a static method',
          'Desk',
          [Traced.join('class Desk {\n  static ', keyword, as('assist'), '\n}\n')],
          member,
        ),
        cut(' as a method', 'desk', [inClass, Traced.join('const desk = new Desk();\n')], member),
        cut(' as a method of a new one', 'Desk', [inClass], (reference) => `new ${reference}().assist`),
        callback,
      ];
    });
  });

/** A function that is given what it visits by one of another file: `withSession(req, (kept) => {…})`. */
const given: Cutter = (program) =>
  partsIn(program).flatMap((part) =>
    handingsOf(part, program)
      .filter(({ kind }) => kind === 'helper of the session')
      .map(({ handed, edits }): Cut => {
        const [of = ''] = handed;
        const { isAsync, isReturned, range, at, needs } = part;
        const body = program.text.edited(edits, range);
        return {
          kind: 'a callback that is given the session',
          name: 'withSession',
          piece: [Traced.join('function withSession(from, use) {\n  return use(from.session);\n}\n')],
          rest: (reference) => [
            {
              range,
              by: Traced.join(
                `${isReturned ? 'return ' : ''}${isAsync ? 'await ' : ''}${reference}(${of.replace('.session', '')}, `,
                `${isAsync ? 'async ' : ''}(kept) => {\n  `,
                body,
                `\n});`,
              ),
            },
          ],
          needs: { ...needs, imports: [], ownImports: [] },
          at,
        };
      }),
  );

export const functionCutters: readonly Cutter[] = [handler, helper, given];
