import type { TSESTree } from '@typescript-eslint/utils';
import { attributeValueOf } from '../../model/cookie/attribute-value';
import type { SessionCookie } from '../../model/cookie/session-cookies';
import type { FileContext } from '../../model/file/file-context';
import { setupsIn } from '../../model/setup/session-setup';

/** A cookie that is to be signed where nothing has a secret to sign it with, so that the library throws. */
export interface UnsignableCookie {
  /** The `true`. */
  node: TSESTree.Expression;
  option: string;
  /** The library that was set up without a secret. */
  signer: string;
}

/** Null also where the signing library is not set up in this file: its secret is somewhere else then. */
export function unsignableCookieOf(site: SessionCookie, file: FileContext): UnsignableCookie | null {
  if (site.kind !== 'write' || site.fact.signedBy === undefined) return null;
  const { signedBy } = site.fact;
  const said = attributeValueOf(site, 'signed', file);
  if (said.state !== 'set' || said.constant?.value !== true) return null;
  const signers = setupsIn(file).filter(({ library }) => library.module === signedBy);
  const isWithout = signers.every((setup) => setup.secrets().every(({ reading }) => reading.state === 'absent'));
  if (signers.length === 0 || !isWithout) return null;
  return { node: said.node, option: site.attributes.signed?.path.join('.') ?? 'signed', signer: signedBy };
}
