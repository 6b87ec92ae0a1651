import type { FileContext } from '../../model/file/file-context';
import { oncePerFile } from '../../model/file/file-context';
import { usedName } from '../../model/file/library-in-use';
import { vaultOf } from '../../model/secret/vault';
import type { SessionObject } from '../../model/session/session-object';
import { destinationOf, likelyFactsOf } from '../../model/session/session-storage';

/** What becomes of session data, and what to do about it, in the words of a message. */
export interface Exposure {
  exposure: string;
  cure: string;
}

const toVault = 'Keep it in a vault on the server and only a reference in the session';

/** The two halves of a message about a secret in this session. Sessions of the same facts in one file have the same. */
export function exposureOf(session: SessionObject, file: FileContext): Exposure {
  const known = exposuresIn(file).get(session.facts);
  if (known) return known;
  const exposure = describe(session, file);
  exposuresIn(file).set(session.facts, exposure);
  return exposure;
}

const exposuresIn = oncePerFile(() => new Map<SessionObject['facts'], Exposure>());

/** What else to do with a secret, where a part of the session stays on the server. */
function sealedBelow({ facts }: SessionObject): string {
  const [key] = facts.flatMap(({ fact }) => fact.sealed ?? []);
  return key === undefined ? 'Read' : `Put it below \`${key}\`, which stays on the server, or read`;
}

function describe(session: SessionObject, file: FileContext): Exposure {
  const { library, storage } = destinationOf(session, file);
  const known = likelyFactsOf(session, file).find((one) => one.library.module === library);
  const who = known ? `\`${usedName(known.library, file)}\`` : 'the session library';
  const isVaultKnown = vaultOf(file)?.isKnown;
  const cure = isVaultKnown ? `${toVault}.` : `${toVault}: \`npx eslint-plugin-session-secrets init\` writes one.`;
  switch (storage) {
    case 'signed-client':
      return { exposure: `${who} puts it into a cookie that is signed, not encrypted: the browser can read it`, cure };
    case 'encrypted-client':
      return { exposure: `${who} sends it to the browser and back with every request, in an encrypted cookie`, cure };
    case 'server':
      return { exposure: `${who} keeps it in clear text in the session store`, cure };
    case 'browser':
      return {
        exposure: `${who} hands this session to scripts in the browser`,
        cure: `${sealedBelow(session)} it on the server where it is needed.`,
      };
    default:
      return { exposure: 'a session lies in a cookie, or in clear text in the session store', cure };
  }
}
