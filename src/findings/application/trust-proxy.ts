import type { TSESTree } from '@typescript-eslint/utils';
import type { Application } from './application';
import { applicationsIn } from './application';
import { constantOf, possibleValuesOf } from '../../model/dataflow/values';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { specifiersIn } from '../../model/file/imports';
import { codeOf } from './code-text';

/** A secure cookie of an application that takes no proxy's word for it that the connection is HTTPS. */
export interface UntrustedProxy {
  application: Application;
  /** The value of `secure`. */
  node: TSESTree.Node;
  /** What becomes of the cookie: it is not sent at all, or without `Secure`. */
  cause: 'withheld' | 'unprotected';
}

/** What a file that serves HTTPS by itself loads. */
const servers = ['https', 'node:https', 'http2', 'node:http2', 'tls', 'node:tls', 'spdy', 'greenlock-express'];

/** What it says to the library that does. */
const isTold = /\bhttps\s*:\s*\{/;

const servesHttps = (file: FileContext): boolean =>
  servers.some((server) => specifiersIn(file).has(server)) || isTold.test(codeOf(file));

/** The set-ups of a file whose secure cookie is lost behind a proxy that ends TLS. */
export const untrustedProxiesIn = oncePerFile((file: FileContext): readonly UntrustedProxy[] =>
  applicationsIn(file).flatMap((application) => {
    const { fact, setup, isOpen } = application;
    if (!fact.proxy || !setup.fact.checksConnection || isOpen || mayTrust(application, fact.proxy.words, file))
      return [];
    if ((setup.read('proxy')?.state ?? 'absent') !== 'absent' || servesHttps(file)) return [];
    const secure = setup.read('secure');
    if (secure?.state !== 'set' || secure.others.length > 0) return [];
    const cause = causeOf(secure.node, file);
    return cause ? [{ application, node: secure.node, cause }] : [];
  }),
);

/** Is it said in the file, or may it be: `app.set(name, 1)` with a name that nobody knows, or that of another file? */
function mayTrust({ calls }: Application, words: string, file: FileContext): boolean {
  if (codeOf(file).includes(words)) return true;
  return calls.some(({ call, method }) => {
    const [key] = call.arguments;
    if (!/^(?:set|enable)$/.test(method) || !key) return false;
    const name = constantOf(key, file);
    return !name || name.value === words;
  });
}

/** Null where it is not certain that `secure` is on when it counts. */
function causeOf(node: TSESTree.Node, file: FileContext): UntrustedProxy['cause'] | null {
  let cause: UntrustedProxy['cause'] | null = null;
  for (const source of possibleValuesOf(node, file)) {
    const constant = constantOf(source.node, file);
    if (constant ? constant.value === true : isOnInProduction(source.node, file)) cause = 'withheld';
    else if (constant?.value === 'auto') cause ??= 'unprotected';
    else if (!constant || constant.value) return null;
  }
  return cause;
}

/** `process.env.NODE_ENV === 'production'`. */
function isOnInProduction(node: TSESTree.Node, file: FileContext): boolean {
  if (node.type !== 'BinaryExpression' || !/^===?$/.test(node.operator)) return false;
  const text = file.textOf(node);
  return text.includes('NODE_ENV') && text.includes('prod');
}
