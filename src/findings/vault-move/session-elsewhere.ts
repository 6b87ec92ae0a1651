import type { TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from '../../ast/definition';
import { staticName } from '../../ast/static-name';
import { unwrap } from '../../ast/unwrap';
import type { FileContext } from '../../model/file/file-context';
import { sessionObjectOf } from '../../model/session/resolve-session';

/** A parameter that is called what sessions are called, `(session)` or `({ session })`, and is none for all we see. */
export function isCalledSession(node: TSESTree.Node, file: FileContext): boolean {
  if (node.type !== 'Identifier') return false;
  const definition = definitionOf(variableOf(node, file.sourceCode));
  if (definition?.type !== 'parameter') return false;
  const name = definition.path.at(-1) ?? node.name;
  return file.libraries.sessionNames.has(name) && !sessionObjectOf(node, file);
}

/** Keys of the sessions that a test makes up: `const req = { session: { token: 'a' } }`. */
export function keysOfMocks(file: FileContext): string[] {
  return file.nodes.properties.flatMap((property) => {
    const value = unwrap(property.value);
    if (property.parent.type !== 'ObjectExpression' || value.type !== 'ObjectExpression') return [];
    if (!file.libraries.sessionNames.has(staticName(property) ?? '')) return [];
    return value.properties.flatMap((one) => (one.type === 'Property' ? (staticName(one) ?? []) : ['*']));
  });
}

/** A way in one text that leads through a session: `session.token`, `req.session['token']`. */
const path = /^(?:[\w$]+\.)*?session(?:\.([\w$.]+)|\[([^\]]*)\])/;

/** `_.set(req, `, `dot.get(req, [`: what comes next leads from a request. */
const fromRequest = /\b(?:get|set|has|unset|update|result|pick|omit)\((?:req|request|ctx|context),\[?$/;

/**
 * Keys in the texts that lodash and its like are given, `_.set(req, 'session.token', t)` and
 * `_.get(req, ['session', 'token'])`; `*` where the rest of the way is not to be seen, and where it begins at a
 * request: a program that goes to its sessions by texts does so in other files, too, for keys of this one.
 */
export function keysOfPaths({ sourceCode: { text, ast } }: FileContext): string[] {
  if (!/['"`](?:[\w$]+\.)*session(?:\.|\[|['"]\s*,\s*['"])/.test(text)) return [];
  const tokens = ast.tokens ?? [];
  return tokens.flatMap((token, index) => {
    const own = token.value;
    if (token.type === ('Template' as never)) {
      const [, way, key] = path.exec(own.slice(1)) ?? [];
      if (own.startsWith('`') && /^`(?:[\w$]+\.)*session[.[]\$\{$/.test(own)) return ['*'];
      return [way, key].flatMap((one) => one?.match(/[\w$-]+/g) ?? []);
    }
    if (token.type !== ('String' as never)) return [];
    const content = own.slice(1, -1);
    const before = tokens.slice(Math.max(0, index - 5), index).map(({ value }) => value);
    if (/^session(?:[.[]|$)/.test(content) && fromRequest.test(before.join(''))) return ['*'];
    if (content === 'session' && tokens[index + 1]?.value === ',' && tokens[index + 2]?.type === ('String' as never)) {
      return [tokens[index + 2]?.value.slice(1, -1) ?? ''];
    }
    const [all, way, key] = path.exec(content) ?? [];
    return all === content ? [way, key].flatMap((one) => one?.match(/[\w$-]+/g) ?? []) : [];
  });
}

/** `req.sessionStore.get(id, …)`, `store.all(…)` of a set-up's store: sessions as they are kept. */
export function readsStore({ sourceCode: { text } }: FileContext): boolean {
  if (!/store/i.test(text)) return false;
  if (/\bsessionStore\s*(?:\?\.|\.)\s*(?:get|all|set|load|createSession)\b/.test(text)) return true;
  const [, named = 'store'] = /\bstore\s*:\s*([\w$]+)\s*[,}\n]/.exec(text) ?? [];
  return (
    /\bstore\s*[,:}]/.test(text) &&
    new RegExp(`(?<![\\w$.])${named.replace(/\$/g, '\\$')}\\.(?:get|all|set|load)\\(`).test(text)
  );
}
