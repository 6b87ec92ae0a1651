import type { TSESTree } from '@typescript-eslint/utils';
import { calledName } from '../../ast/called-name';
import { staticName, staticString } from '../../ast/static-name';
import { outermost, unwrap } from '../../ast/unwrap';
import { isFlagCookie, isSessionCookieName } from '../../secrets/names/cookie-names';
import type { CookieHeader } from '../../libraries/types';
import { candidateCallsIn } from '../file/candidate-calls';
import { isDeletionText } from './cookie-deletion';
import { holdsSession, namesSession } from './cookie-name';
import type { CookieSite } from '../setup/cookie-site';
import type { CookieText } from './cookie-text';
import { cookieTextOf } from './cookie-text';
import { factIndexOf } from '../facts/fact-index';
import type { FileContext } from '../file/file-context';
import { oncePerFile } from '../file/file-context';
import type { Fact } from '../facts/known-libraries';
import { possibleValuesOf } from '../dataflow/values';

/** A cookie that is written as the text of a response header. */
export interface CookieHeaderText extends CookieSite {
  kind: 'header';
  text: CookieText;
}

interface Written extends Fact<CookieHeader> {
  text: CookieText;
}

/** Every cookie a file writes as a header text, whatever it is for, each once. */
const writtenIn = oncePerFile((file: FileContext): readonly Written[] => {
  const found = new Map<TSESTree.Node, Written | null>();
  for (const { library, fact } of factIndexOf(file.libraries).headers) {
    for (const value of valuesOf(fact, file)) {
      for (const node of textsIn(value, file)) {
        if (found.has(node)) continue;
        const text = cookieTextOf(node, file);
        found.set(node, text && { library, fact, text });
      }
    }
  }
  return [...found.values()].filter((one) => one !== null);
});

/** The texts of all cookies that a file writes as a header. */
export const cookieTextsIn = (file: FileContext): readonly CookieText[] => writtenIn(file).map(({ text }) => text);

/** The session cookies a file writes as header texts; deletions are none. */
export const cookieHeadersIn = oncePerFile((file: FileContext): readonly CookieHeaderText[] =>
  writtenIn(file).flatMap((written) => siteAt(written, file) ?? []),
);

/** What a file gives a header, in every way of giving it. */
function valuesOf(fact: CookieHeader, file: FileContext): TSESTree.Node[] {
  const { length } = fact.header;
  const isHeader = (name: string | undefined): boolean =>
    name?.length === length && name.toLowerCase() === fact.header.toLowerCase();
  return [
    ...candidateCallsIn(file).flatMap((call) => {
      const callee = unwrap(call.callee);
      const [first, second] = call.arguments;
      const isMethod = callee.type === 'MemberExpression' && fact.methods.includes(staticName(callee) ?? '');
      return isMethod && second && isHeader(staticString(first)) ? [second] : [];
    }),
    ...file.nodes.properties.flatMap((property) =>
      isHeader(staticName(property)) && isGivenTo(property.parent, fact) ? [property.value] : [],
    ),
    ...file.nodes.assignments.flatMap(({ left, right }) =>
      left.type === 'MemberExpression' && isHeader(staticName(left)) ? [right] : [],
    ),
  ];
}

/** Is an object of headers one of a response: an argument of `writeHead`, or the `headers` of an argument or result? */
function isGivenTo(object: TSESTree.Node, { objectMethods = [] }: CookieHeader): boolean {
  const { parent } = outermost(object);
  if (parent?.type === 'Property' && staticName(parent) === 'headers') {
    const outer = outermost(parent.parent).parent;
    return outer?.type === 'ReturnStatement' || (outer !== undefined && isCallOf(outer, objectMethods));
  }
  return parent !== undefined && isCallOf(parent, objectMethods);
}

function isCallOf(node: TSESTree.Node, names: readonly string[]): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  return names.includes(calledName(node));
}

/** Each cookie by itself: a header may be given a list. */
function textsIn(value: TSESTree.Node, file: FileContext): TSESTree.Node[] {
  return possibleValuesOf(value, file).flatMap(({ node }) =>
    node.type === 'ArrayExpression'
      ? node.elements.flatMap((one) =>
          one && one.type !== 'SpreadElement' ? possibleValuesOf(one, file).map((source) => source.node) : [],
        )
      : [node],
  );
}

function siteAt({ library, fact, text }: Written, file: FileContext): CookieHeaderText | null {
  const { node } = text;
  if (isDeletionText(text, file) || !isSessionText(text, file)) return null;
  return {
    kind: 'header',
    library,
    module: library.module,
    node,
    anchor: node,
    options: null,
    text,
    attributes: fact.attributes,
    argument: null,
    read(attribute) {
      const attributeFact = fact.attributes[attribute];
      const key = attributeFact?.path[0];
      if (!attributeFact || key === undefined) return null;
      // A value inside a text is no expression: `text` has it.
      return text.attribute(key).state === 'absent'
        ? { state: 'absent', whenAbsent: attributeFact.whenAbsent, owner: null, missing: [key], isShared: false }
        : { state: 'unknown' };
    },
    secrets: () => [],
  };
}

/** By its name, or by what its value is called where the name says nothing; a flag holds no session. */
function isSessionText({ name, value, values }: CookieText, file: FileContext): boolean {
  const isNamed = typeof name === 'string' ? isSessionCookieName(name) : namesSession(name, file);
  const text = typeof name === 'string' ? name : undefined;
  if (isNamed) return text === undefined || !isFlagCookie(text, value);
  const [only, ...others] = values;
  return only !== undefined && others.length === 0 && holdsSession(only, text);
}
