import type { SecretFact } from './attributes';
import type { ExportPath } from './paths';

/** A store, which keeps the sessions of another library on the server. */
export interface StoreFact {
  /** What is called or constructed: `[]`, or `['()']` for the class that `connect(session)` makes. */
  exports: readonly ExportPath[];
  /** Index of the options argument. */
  options: number;
  /** What encrypts the sessions in it; they lie there in clear text without. */
  secrets?: readonly SecretFact[];
}
