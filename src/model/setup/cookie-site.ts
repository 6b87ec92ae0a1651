import type { TSESTree } from '@typescript-eslint/utils';
import type { AttributeName, Attributes, Library, SecretFact, Versions } from '../../libraries/types';
import type { FileContext } from '../file/file-context';
import { attributesAt, versionOf } from '../file/library-version';
import type { Reading } from './read-option';
import { readOption } from './read-option';
import type { SecretReading } from './read-secret';
import { readSecret } from './read-secret';

/** A place that says how a session's cookie is sent: a set-up, one cookie that is written, or the text of a header. */
export interface CookieSite {
  kind: 'setup' | 'write' | 'header';
  library: Library;
  /** The library's name as this file loads it: `@remix-run/node` is one of several. */
  module: string;
  /** The whole place: the call, the assignment, the object. */
  node: TSESTree.Node;
  /** Where to report what is not there. */
  anchor: TSESTree.Node;
  /** The options; null when they were left out, or where there is no such thing. */
  options: TSESTree.Node | null;
  /** What the library knows of. */
  attributes: Attributes;
  /** The argument that takes the options, given or not; null where they are no argument by an index. */
  argument: { call: TSESTree.CallExpression | TSESTree.NewExpression; index: number } | null;
  /** What is said of an attribute; null when the library has no such thing. */
  read(attribute: AttributeName): Reading | null;
  /** Each secret that signs or seals the cookie, one by one. */
  secrets(): readonly SecretReading[];
}

/** Facts a place is read by. */
export interface Readable {
  attributes?: Attributes;
  secrets?: readonly SecretFact[];
  onlyIn?: Versions;
}

/** The two ways of asking about options: by attribute, and for the secrets. */
export function readers(
  facts: Readable,
  { library, module }: Pick<CookieSite, 'library' | 'module'>,
  options: TSESTree.Node | null,
  given: readonly TSESTree.Node[],
  file: FileContext,
): Pick<CookieSite, 'attributes' | 'read' | 'secrets'> {
  const readings = new Map<AttributeName, Reading>();
  const attributes = attributesAt(facts.attributes ?? {}, versionOf(library, module, file, facts.onlyIn));
  return {
    attributes,
    read(attribute) {
      const fact = attributes[attribute];
      if (!fact) return null;
      const reading = readings.get(attribute) ?? readOption(options, fact, file);
      readings.set(attribute, reading);
      return reading;
    },
    secrets: () =>
      (facts.secrets ?? []).flatMap((fact) =>
        readSecret(fact.argument === undefined ? options : (given[fact.argument] ?? null), fact, file),
      ),
  };
}
