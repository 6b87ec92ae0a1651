import type { TSESTree } from '@typescript-eslint/utils';
import { constantOf } from '../../model/dataflow/values';
import type { Credential } from '../../model/secret/credential';
import { credentialIn, shapeOf } from '../../model/secret/credential';
import { cookieTextsIn } from '../../model/cookie/cookie-header';
import { nameTextOf } from '../../model/cookie/cookie-member-name';
import type { CookieText } from '../../model/cookie/cookie-text';
import { allCookieWritesIn } from '../../model/cookie/cookie-writes';
import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import type { SessionSetup } from '../../model/setup/session-setup';
import { setupsIn } from '../../model/setup/session-setup';

/** Every credential a file writes to a cookie, whatever the cookie is for; one for each cookie. */
export const credentialsInCookiesIn = oncePerFile((file: FileContext): readonly Credential[] => {
  const found = new Map<TSESTree.Node, Credential>();
  const add = (credential: Credential | null): void => {
    if (credential && !found.has(credential.node)) found.set(credential.node, credential);
  };
  for (const { name, value, fact } of allCookieWritesIn(file)) {
    if (value && !fact.mayBeSealed) add(credentialIn(value, nameTextOf(name, file) ?? '', file));
  }
  for (const text of cookieTextsIn(file)) add(credentialInText(text, file));
  for (const setup of setupsIn(file)) add(credentialByOption(setup, file));
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
});

/** An option that has a library write the tokens of its users into a cookie. */
function credentialByOption({ attributes, library, read }: SessionSetup, file: FileContext): Credential | null {
  const reading = attributes.tokens ? read('tokens') : null;
  if (reading?.state !== 'set' || !constantOf(reading.node, file)?.value) return null;
  return {
    node: reading.node,
    by: 'option',
    what: `\`${attributes.tokens?.path.join('.')}\` of \`${library.module}\``,
  };
}

/** In a header, the cookie's value is what stands between its name and the first attribute. */
function credentialInText({ node, name, value, values }: CookieText, file: FileContext): Credential | null {
  const key = typeof name === 'string' ? name : (nameTextOf(name, file) ?? '');
  for (const one of values) {
    const found = credentialIn(one, key, file);
    if (found) return found;
  }
  return shapeOf(value.trim(), node);
}
