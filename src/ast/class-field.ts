import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { leavesAt } from './leaves';
import { staticName } from './static-name';
import { unwrap } from './unwrap';

/** A field or method of a class that is defined once and never exchanged. */
interface Field {
  value: TSESTree.Expression | TSESTree.FunctionExpression;
  /** Each `this.name` in the class that reads it. */
  uses: readonly TSESTree.MemberExpression[];
}

const fields = new WeakMap<TSESTree.ClassBody, Map<string, Field | null>>();

/** What `this.name` stands for, by the class around it; null when that is not certain. */
export function fieldOf(member: TSESTree.MemberExpression, sourceCode: TSESLint.SourceCode): Field | null {
  const body = classAround(member);
  return body && fieldNamed(memberName(member), body, sourceCode);
}

/** The field or method a class's own line defines; null when others write to it too. */
export function fieldDefinedBy(
  definition: TSESTree.PropertyDefinition | TSESTree.MethodDefinition,
  sourceCode: TSESLint.SourceCode,
): Field | null {
  return fieldNamed(ownName(definition), definition.parent, sourceCode);
}

/** The field that a parameter of a constructor is as well; null when others write to it too. */
export function fieldDeclaredBy(
  { parameter, parent }: TSESTree.TSParameterProperty,
  sourceCode: TSESLint.SourceCode,
): Field | null {
  const body = parent.parent?.parent;
  const name = parameter.type === 'Identifier' ? parameter.name : undefined;
  return body?.type === 'ClassBody' ? fieldNamed(name, body, sourceCode) : null;
}

function fieldNamed(name: string | undefined, body: TSESTree.ClassBody, sourceCode: TSESLint.SourceCode): Field | null {
  if (name === undefined) return null;
  const known = fields.get(body) ?? new Map<string, Field | null>();
  fields.set(body, known);
  if (!known.has(name)) {
    // Entered before it is known: a field may be made from itself.
    known.set(name, null);
    known.set(name, soleField(body, name, sourceCode));
  }
  return known.get(name) ?? null;
}

const memberName = (member: TSESTree.MemberExpression): string | undefined =>
  member.property.type === 'PrivateIdentifier' ? `#${member.property.name}` : staticName(member);

const ownName = (definition: TSESTree.PropertyDefinition | TSESTree.MethodDefinition): string | undefined =>
  definition.key.type === 'PrivateIdentifier'
    ? `#${definition.key.name}`
    : staticName(definition as TSESTree.MethodDefinition);

/** The class whose instance (or self, in a static member) `this` is. */
function classAround(node: TSESTree.Node): TSESTree.ClassBody | null {
  for (let current = node.parent; current; current = current.parent) {
    if (current.type === 'ClassBody') return current;
    if (current.type === 'FunctionDeclaration') return null;
    if (current.type === 'FunctionExpression' && current.parent.type !== 'MethodDefinition') return null;
  }
  return null;
}

function soleField(body: TSESTree.ClassBody, name: string, sourceCode: TSESLint.SourceCode): Field | null {
  const values: (TSESTree.Expression | TSESTree.FunctionExpression)[] = [];
  for (const one of body.body) {
    if (one.type !== 'PropertyDefinition' && one.type !== 'MethodDefinition') continue;
    if (one.type === 'MethodDefinition' && one.kind === 'constructor') values.push(...declaredBy(one, name));
    if (ownName(one) !== name) continue;
    if (one.type === 'MethodDefinition' && one.kind !== 'method') return null;
    if (one.value?.type === 'TSEmptyBodyFunctionExpression') continue;
    if (one.value) values.push(one.value);
  }
  const uses: TSESTree.MemberExpression[] = [];
  for (const member of membersNamed(name, body, sourceCode)) {
    const write = writtenTo(member);
    if (write) values.push(write);
    else if (isChanged(member)) return null;
    else uses.push(member);
  }
  const [value] = values;
  return value && values.length === 1 ? { value, uses } : null;
}

/** The parameter of a constructor that is a field as well: `constructor(private readonly session: Session)`. */
const declaredBy = ({ value: { params } }: TSESTree.MethodDefinition, name: string): TSESTree.Expression[] =>
  params.flatMap((one) => {
    const parameter = one.type === 'TSParameterProperty' ? one.parameter : undefined;
    return parameter?.type === 'Identifier' && parameter.name === name ? [parameter] : [];
  });

/** Each `this.name` between the braces of a class. */
function membersNamed(
  name: string,
  body: TSESTree.ClassBody,
  sourceCode: TSESLint.SourceCode,
): TSESTree.MemberExpression[] {
  const bare = name.replace(/^#/, '');
  const offsets: number[] = [];
  const { text } = sourceCode;
  const [start, end] = body.range;
  for (let at = text.indexOf(bare, start); at !== -1 && at < end; at = text.indexOf(bare, at + 1)) offsets.push(at);
  return leavesAt(offsets, sourceCode).flatMap((leaf) => {
    const { parent } = leaf;
    const isMember = parent?.type === 'MemberExpression' && parent.property === leaf && memberName(parent) === name;
    return isMember && unwrap(parent.object).type === 'ThisExpression' ? [parent] : [];
  });
}

function writtenTo(member: TSESTree.MemberExpression): TSESTree.Expression | null {
  const { parent } = member;
  return parent.type === 'AssignmentExpression' && parent.left === member && parent.operator === '='
    ? parent.right
    : null;
}

function isChanged(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  return (
    (parent.type === 'AssignmentExpression' && parent.left === member) ||
    parent.type === 'UpdateExpression' ||
    (parent.type === 'UnaryExpression' && parent.operator === 'delete') ||
    /Pattern$|^(?:RestElement|ForInStatement|ForOfStatement)$/.test(parent.type) ||
    (parent.type === 'Property' && parent.parent.type === 'ObjectPattern')
  );
}
