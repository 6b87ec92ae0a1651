import type { DataLocation } from '../../libraries/types';

/** What messages say about a secret: whose it is, and what somebody who knows it can do to the users of the session. */
export interface Forgery {
  /** `secret of \`express-session\``, or `signing secret` where only the name of a setting says what it is for. */
  secret: string;
  /** Completes "who knows it can …". */
  forge: string;
  /** Completes "who edits the unsigned cookie can …". */
  tamper: string;
}

const forging: Record<DataLocation, string> = {
  server: 'sign any session id as the server would',
  'signed-client': 'write a session for any user',
  'encrypted-client': 'read every session, and write one for any user',
  browser: 'write a session for any user',
};

const inStore = 'read the sessions in the store, and change them, once it is reached';

const tampering: Partial<Record<DataLocation, string>> = {
  server: 'put any session id into it',
  'signed-client': 'write a session for any user',
};

export function forgeryWith(about: {
  library?: string;
  storage?: DataLocation | undefined;
  isOfStore?: boolean;
}): Forgery {
  const { library, storage, isOfStore } = about;
  return {
    secret: library === undefined ? 'signing secret' : `secret of \`${library}\``,
    forge: isOfStore ? inStore : storage ? forging[storage] : 'forge every cookie it protects',
    tamper: (storage && tampering[storage]) ?? 'change what it says',
  };
}
