/** The conditions a match must meet that no regular expression can say. */
export type PostCheck =
  | 'uri-password-not-placeholder'
  | 'connection-string-password-not-placeholder'
  | 'base64-decodes-to-private-key-header'
  | 'base64-decodes-to-user-colon-password'
  | 'bearer-value-looks-random';

/** One shape of value that a provider hands out. */
export interface SecretFormat {
  /** Stable name, unique in the list. */
  id: string;
  /** Who issues such values, for messages. */
  provider: string;
  /** What the value is, for messages. */
  kind: string;
  /**
   * `secret`, `bearer`, `credential-hash`: whoever holds it gains something. `paired-identifier`: half of a pair whose
   * other half is the secret. `transient`: handed to the browser by design, for one operation. `sealed`: encrypted.
   * `public`: harmless by design, never reported.
   */
  sensitivity: 'secret' | 'paired-identifier' | 'bearer' | 'credential-hash' | 'transient' | 'sealed' | 'public';
  confidence: 'high' | 'medium';
  /** How such a value begins; empty when the shape is only told by its middle or end. */
  prefixes: readonly string[];
  /** One of these must occur before the expression is tried at all. The prefixes when left out. */
  keywords?: readonly string[];
  /** Source of the regular expression; its match is the found value. */
  regex: string;
  flags?: 'i';
  /** Least Shannon entropy, in bits per character, of what follows the prefix: keeps `xxxx…` and `0000…` out. */
  minEntropy?: number;
  postCheck?: PostCheck;
}
