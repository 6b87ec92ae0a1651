import * as words from './name-words';

export type NameClass = 'secret' | 'bearer' | 'credential-hash' | 'transient' | 'none';

export interface NameVerdict {
  class: NameClass;
  confidence: 'high' | 'medium' | 'low' | 'none';
  /**
   * True when only a weak word (`token`, `pin`, `auth`, `pass`, `pw`) without a provider word speaks for it: the name
   * alone doesn't settle it.
   */
  ambiguous: boolean;
}

export const none: NameVerdict = { class: 'none', confidence: 'none', ambiguous: false };
const transient: NameVerdict = { class: 'transient', confidence: 'low', ambiguous: false };
const bearer: NameVerdict = { class: 'bearer', confidence: 'medium', ambiguous: false };
const credentialHash: NameVerdict = { class: 'credential-hash', confidence: 'medium', ambiguous: false };
const likely: NameVerdict = { class: 'secret', confidence: 'medium', ambiguous: false };
const unsettled: NameVerdict = { class: 'secret', confidence: 'medium', ambiguous: true };
export const certain: NameVerdict = { class: 'secret', confidence: 'high', ambiguous: false };

type Words = readonly string[];
type List = ReadonlySet<string>;

/** The longest phrase of the lists has four words. */
const longestPhrase = 4;

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function isIn(list: List, word: string | undefined): boolean {
  return word !== undefined && (list.has(word) || list.has(singular(word)));
}

/** Does the name, or its part before `end`, end in a word or phrase of the list, in the singular or the plural? */
function endsIn(list: List, name: Words, end = name.length): boolean {
  let phrase = '';
  for (let start = end - 1; start >= Math.max(0, end - longestPhrase); start -= 1) {
    phrase = phrase === '' ? (name[start] ?? '') : `${name[start] ?? ''} ${phrase}`;
    if (isIn(list, phrase)) return true;
  }
  return false;
}

function contains(list: List, name: Words): boolean {
  return name.some((_, index) => endsIn(list, name, index + 1));
}

function withoutLeading(name: Words): Words {
  const first = name.findIndex((word) => !words.leadingAdorners.has(word));
  return name.slice(first === -1 ? name.length - 1 : first);
}

function isNumber(word: string): boolean {
  return word >= '0' && word < ':';
}

/** The name, and the name without one, two, … of the words behind it that only say how the value is held. */
function withoutTrailing(name: Words, adorners: List): Words[] {
  const stages = [name];
  for (let rest = name; rest.length > 1;) {
    const last = rest.at(-1) ?? '';
    if (!adorners.has(last) && !isNumber(last)) break;
    rest = rest.slice(0, -1);
    stages.push(rest);
  }
  return stages;
}

function isPredicate(name: Words): boolean {
  const [first = '', second] = name;
  if (second === undefined || !words.predicates.has(first)) return false;
  return !isIn(words.predicateExceptions, `${first} ${second}`);
}

/** A flag, an action or a message: `hasPassword`, `sendResetPassword`, `INVALID_PASSWORD`, `userHasPassword`. */
function isStatement(name: Words): boolean {
  return (
    isPredicate(name) ||
    isPredicate(withoutLeading(name)) ||
    name.slice(1, -1).some((word) => words.innerPredicates.has(word))
  );
}

function hasProvider(name: Words): boolean {
  return name.some((word) => isIn(words.providers, word));
}

function isOAuthState(name: Words): boolean {
  if (name.at(-1) !== 'state') return false;
  return name.length === 1 || hasProvider(name) || name.some((word) => words.stateOwners.has(word));
}

/** `stripeKey`, `stripeLiveKey`; not `jiraKey`, which is the number of a ticket. */
function isProviderKey(name: Words): boolean {
  const before = name.slice(0, -1);
  while (words.keyGrades.has(before.at(-1) ?? '')) before.pop();
  const owner = before.at(-1);
  return isIn(words.providers, owner) && !isIn(words.keyMeansId, owner);
}

/** What a weak word at the end of a name says; the words around it decide. */
function weakVerdict(name: Words): NameVerdict {
  const [owner, last = ''] = [name.at(-2), name.at(-1)];
  if (last === 'token' || last === 'tokens') {
    if (isIn(words.otherTokens, owner)) return none;
    return hasProvider(name) ? likely : unsettled;
  }
  if (last === 'key' || last === 'keys') return isProviderKey(name) ? likely : none;
  if (last === 'pat' || last === 'sk') return isIn(words.providers, owner) ? likely : none;

  // By itself it is the state of a login, or an object of many things, as often as a credential.
  if (last === 'auth' && name.length === 1) return none;
  const isAlone = withoutLeading(name).length === 1;
  if (last === 'bearer') return isAlone ? unsettled : none;
  const owners = words.weakOwners.get(last);
  if (owners === undefined) return none;
  if (isIn(words.providers, owner)) return last === 'auth' ? unsettled : likely;
  return isAlone || isIn(owners, owner) ? unsettled : none;
}

/** `passwordHash`, `hashedPassword`: crackable. `tokenHash`: a checksum. Undefined when no hash is spoken of. */
function hashVerdict(name: Words): NameVerdict | undefined {
  const isHash = isIn(words.hashHeads, name.at(-1)) || (name.length > 1 && isIn(words.hashHeads, name[0]));
  if (!isHash) return undefined;
  if (contains(words.passwordWords, name)) return credentialHash;
  return isIn(words.hashHeads, name.at(-1)) || name[0] === 'hashed' ? none : undefined;
}

/** `passwordConfirmation` is the password once more, not the confirmation of something. */
function withoutRepetition(name: Words): Words {
  const repeats = name.at(-1) === 'confirmation' || name.at(-1) === 'verification';
  return repeats && isIn(words.passwordWords, name.at(-2)) ? name.slice(0, -1) : name;
}

function isHarmless(name: Words): boolean {
  return (
    (endsIn(words.keyWords, name) && contains(words.publicKeyMarks, name)) ||
    contains(words.publicMarks, name) ||
    contains(words.maskedMarks, name) ||
    words.maskedFirstWords.has(name[0] ?? '')
  );
}

/**
 * What a name says about the value behind it, read as English compounds are: the last word says what the thing is.
 *
 * @param full the words of the name, as `splitWords` gives them
 * @returns the verdict; the facts and their order come from a comparison of the word lists of public secret scanners
 */
export function nameVerdict(full: Words): NameVerdict {
  const name = withoutRepetition(full);
  if (name.length === 0 || isStatement(name) || endsIn(words.harmlessPhrases, name)) return none;
  if (endsIn(words.strictTransient, name) || endsIn(words.looseTransient, name) || isOAuthState(name)) return transient;

  const stages = withoutTrailing(name, words.trailingAdorners);
  const isStrong = stages.some((stage) => endsIn(words.strongPhrases, stage) || endsIn(words.strongWords, stage));
  const isFair = stages.some((stage) => endsIn(words.fairPhrases, stage));
  const isTransient = contains(words.strictTransient, name);
  const isLooselyTransient = isTransient || contains(words.looseTransient, name);
  if (name.at(-1) === 'code' && isLooselyTransient) return transient;
  if (!isStrong && !isFair && stages.some((stage) => isIn(words.metaHeads, stage.at(-1)))) return none;
  if (isTransient) return transient;
  if (isHarmless(name)) return none;

  const hash = hashVerdict(name);
  if (hash !== undefined) return hash;
  if (isStrong) return contains(words.shortLived, name) ? likely : certain;
  if (isLooselyTransient) return transient;
  if (endsIn(words.bearerPhrases, name)) return bearer;
  if (isFair) return likely;
  const weak = withoutTrailing(name, words.weakTrailingAdorners).map(weakVerdict);
  return weak.find((verdict) => verdict.class !== 'none') ?? none;
}
