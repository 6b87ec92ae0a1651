import type { TSESTree } from '@typescript-eslint/utils';
import { outermost, unwrap } from '../../ast/unwrap';
import { hasSampleWord } from './configured-text';

/** A catalogue is looked at no further than this; it has said by then that it is one, or is none. */
const most = 200;

/** `Cookie-Geheimnis`, `Sign in`, `Your session expired`: how a label or a sentence begins and goes on. */
const label = /^\p{Lu}[\p{L}\p{M}'’.,:!?…()-]*(?: [\p{L}\p{M}\d'’.,:!?…()-]+)*$/u;

/** In capitals alone, or in capitals in the middle of a word: a name of the program, or random. */
const mixed = /\p{Lu}{2}|\p{Ll}\p{Lu}/u;

/**
 * Does a text stand among the labels and messages of a catalogue: in an object that holds nothing but texts for people,
 * and several of them? A configuration has numbers, addresses and names beside its secrets.
 */
export function isInTextCatalogue(value: TSESTree.Node): boolean {
  if (value.type !== 'Literal' || typeof value.value !== 'string' || !isLabel(value.value)) return false;
  // A sample such as `Your Session Secret goes here` is what people leave in place of the secret.
  if (hasSampleWord(value.value)) return false;
  const texts = textsIn(outermostObject(value));
  return texts !== null && texts.length > 1 && texts.every(isLabel);
}

const isLabel = (text: string): boolean => label.test(text) && !mixed.test(text);

/** The object literal that has all the others around a value in it. */
function outermostObject(value: TSESTree.Node): TSESTree.Node {
  let object: TSESTree.Node = value;
  for (let node = outermost(value); node.parent?.type === 'Property' && node.parent.value === node;) {
    object = node.parent.parent;
    node = outermost(object);
  }
  return object;
}

/** All texts of an object and of those in it; null where it holds anything else. */
function textsIn(object: TSESTree.Node): string[] | null {
  const texts: string[] = [];
  const queue: TSESTree.Node[] = [object];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    else if (node.type !== 'ObjectExpression') return null;
    else {
      for (const property of node.properties) {
        if (property.type !== 'Property' || property.kind !== 'init') return null;
        queue.push(unwrap(property.value));
      }
    }
    if (texts.length + queue.length > most) break;
  }
  return texts;
}
