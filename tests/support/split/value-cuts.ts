import type { TSESTree } from '@typescript-eslint/utils';
import type { Cut, Cutter } from './cut';
import { cutOf } from './cut';
import type { Program, Range } from './program';
import { isFunction } from './program';
import { Traced } from './traced';

const isCall = (node: TSESTree.Node | undefined): boolean =>
  node?.type === 'CallExpression' || node?.type === 'NewExpression';

/** Is it given to a call, by itself or in an object that is? */
const isGiven = ({ parent, type }: TSESTree.Node): boolean => {
  if (isCall(parent)) return true;
  if (parent?.type !== 'Property' || type === 'Identifier') return false;
  return parent.parent.type === 'ObjectExpression';
};

const isInFunction = (node: TSESTree.Node): boolean => {
  for (let around = node.parent; around; around = around.parent) if (isFunction(around)) return true;
  return false;
};

/** What is made anew at each request is something else when it is made once. */
const isMadeAnew = (node: TSESTree.Node, program: Program): boolean =>
  isInFunction(node) && program.within(node.range, 'CallExpression', 'NewExpression', 'AwaitExpression').length > 0;

const objectsIn = (program: Program): (TSESTree.ObjectExpression | TSESTree.ArrayExpression)[] =>
  program
    .within([0, Infinity], 'ObjectExpression', 'ArrayExpression')
    .filter((node) => isGiven(node) && program.directlyIn(node.range, 'AwaitExpression').length === 0);

const constant: Cutter = (program) =>
  objectsIn(program)
    .filter((node) => !isMadeAnew(node, program))
    .flatMap((node) =>
      cutOf('options', program, node.range, { name: 'given', piece: (text) => ['const given = ', text, ';\n'] }),
    );

const values = new Set(['Literal', 'TemplateLiteral', 'LogicalExpression', 'MemberExpression', 'BinaryExpression']);

const valuesIn = (program: Program): TSESTree.Node[] =>
  program.nodes.filter(
    (node) =>
      (values.has(node.type) || (isCall(node) && node.parent?.type === 'Property')) &&
      isGiven(node) &&
      !(node.parent?.type === 'Property' && node.parent.key === node) &&
      !(isCall(node.parent) && (node.parent as TSESTree.CallExpression).callee === node) &&
      !(node.parent?.type === 'CallExpression' && isRequire(node.parent)),
  );

const value: Cutter = (program) =>
  valuesIn(program)
    .filter((node) => !isMadeAnew(node, program))
    .flatMap((node) =>
      cutOf('value', program, node.range, { name: 'given', piece: (text) => ['const given = ', text, ';\n'] }),
    );

/** `session({ … })` as a whole. */
const made: Cutter = (program) =>
  program
    .within([0, Infinity], 'CallExpression', 'NewExpression')
    .filter((node) => node.parent.type !== 'ExpressionStatement' && !isInFunction(node))
    .filter((node) => node.arguments.some(({ type }) => type === 'ObjectExpression' || type === 'Identifier'))
    .flatMap((node) =>
      cutOf('what a call makes', program, node.range, {
        name: 'made',
        piece: (text) => ['const made = ', text, ';\n'],
      }),
    );

/** `{ ...given, secure: false }` */
const spread: Cutter = (program) =>
  objectsIn(program).flatMap((node) => {
    if (node.type !== 'ObjectExpression' || isMadeAnew(node, program)) return [];
    return node.properties.slice(1).flatMap((_, index) => {
      const range: Range = [node.properties[0]?.range[0] ?? 0, node.properties[index]?.range[1] ?? 0];
      return cutOf('options spread', program, range, {
        name: 'given',
        piece: (text) => ['const given = { ', text, ' };\n'],
        by: (reference) => `...${reference}`,
      });
    });
  });

/** `build(user)` */
const built: Cutter = (program) =>
  objectsIn(program).flatMap((node) => {
    const needs = program.needsOf(node.range);
    const at = program.statementOf(node);
    if (!at || needs.shared.length > 0) return [];
    const handed = needs.locals.join(', ');
    const text = program.text.slice(node.range);
    const forms: Traced[] = [
      Traced.join(`function build(${handed}) {\n  return `, text, `;\n}\n`),
      Traced.join(`const build = (${handed}) => (`, text, `);\n`),
      Traced.join(`function build(${handed}) {\n  const all = `, text, `;\n  return all;\n}\n`),
    ];
    return forms.map((piece): Cut => ({
      kind: 'options built',
      name: 'build',
      piece: [piece],
      rest: (reference) => [{ range: node.range, by: `${reference}(${handed})` }],
      needs,
      at,
    }));
  });

/** `build(false)`, `build({ given: false })` */
const builtOf: Cutter = (program) =>
  objectsIn(program).flatMap((node) => {
    const needs = program.needsOf(node.range);
    const at = program.statementOf(node);
    const within = valuesIn(program).filter(({ range }) => range[0] > node.range[0] && range[1] < node.range[1]);
    if (!at || needs.shared.length > 0) return [];
    return within.flatMap((one) => {
      if (program.needsOf(one.range).locals.length > 0) return [];
      const text = program.text.edited([{ range: one.range, by: 'given' }], node.range);
      const bad = program.text.slice(one.range);
      const forms: [string, (Traced | string)[]][] = [
        ['given', [bad]],
        ['{ given }', ['{ given: ', bad, ' }']],
      ];
      return forms.map(([parameter, handed]): Cut => ({
        kind: 'options built of a value',
        name: 'build',
        piece: [Traced.join(`function build(${[...needs.locals, parameter].join(', ')}) {\n  return `, text, ';\n}\n')],
        rest: (reference) => [
          {
            range: node.range,
            by: Traced.join(`${reference}(`, ...needs.locals.map((name) => `${name}, `), ...handed, ')'),
          },
        ],
        needs: { ...needs, imports: needs.imports },
        at,
      }));
    });
  });

/** A constant, a function or a class of the file as it stands. */
const declaration: Cutter = (program) =>
  program.body.flatMap((statement): Cut[] => {
    const id =
      statement.type === 'VariableDeclaration' && statement.declarations.length === 1
        ? statement.declarations[0]?.id
        : statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration'
          ? statement.id
          : undefined;
    if (id?.type !== 'Identifier' || isRequired(statement)) return [];
    const needs = program.needsOf(statement.range);
    const isWritten = program.renamed(id.name, '', undefined, statement.range).length === 0;
    if (needs.locals.length > 0 || isWritten) return [];
    return [
      {
        kind: 'a declaration',
        name: id.name,
        piece: [Traced.join(program.text.slice(statement.range), '\n')],
        rest: (reference) => [
          { range: statement.range, by: '' },
          ...(reference === id.name ? [] : program.renamed(id.name, reference, undefined, statement.range)),
        ],
        needs,
        at: statement,
      },
    ];
  });

const isRequired = (statement: TSESTree.Node): boolean =>
  statement.type === 'VariableDeclaration' &&
  statement.declarations.some(({ init }) => init?.type === 'CallExpression' && isRequire(init));

const isRequire = ({ callee }: TSESTree.CallExpression): boolean =>
  callee.type === 'Identifier' && callee.name === 'require';

export const valueCutters: readonly Cutter[] = [constant, value, made, spread, built, builtOf, declaration];
