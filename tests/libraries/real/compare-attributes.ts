import type { AttributeFact, AttributeName, Attributes, Scalar, Setup } from '../../../src/libraries/types';
import type { Cookie } from './cookie';
import { jarAfter } from './cookie';
import type { Findings } from './findings';
import type { Change, Seen, Told, Trial } from './run';
import { cookieIn, see, withApp } from './run';
import type { Subject } from './subjects';
import { isBelow } from './version';

/** Attributes that stand in a cookie, and can be read from it. */
type Visible = Exclude<AttributeName, 'store' | 'ttl' | 'proxy' | 'rolling' | 'tokens'>;

const hour = 3600;

const isSigned = ({ cookie, lines }: Extract<Seen, { cookie: Cookie }>): boolean =>
  lines.some((line) => line.startsWith(`${cookie.name}.sig=`)) ||
  /(?:^s:|\.[\w+/=-]{20,}$)/.test(decodeURIComponent(cookie.value));

const answer = (seen: Extract<Seen, { cookie: Cookie }>, name: Visible): Scalar =>
  name === 'signed' ? isSigned(seen) : seen.cookie[name];

/** Values to say for each attribute, and what a cookie then has to show. */
const tries: Record<Visible, readonly (readonly [given: unknown, shown: Scalar])[]> = {
  secure: [
    [true, true],
    [false, false],
  ],
  httpOnly: [
    [true, true],
    [false, false],
  ],
  sameSite: [
    [false, false],
    [true, 'strict'],
  ],
  maxAge: [[2 * hour, 2 * hour]],
  expires: [['in two hours', 2 * hour]],
  domain: [['example.test', 'example.test']],
  path: [['/probe', '/probe']],
  name: [['probe_sid', 'probe_sid']],
  signed: [
    [true, true],
    [false, false],
  ],
  partitioned: [
    [true, true],
    [false, false],
  ],
};

const sameSites = ['lax', 'strict', 'none'];
/** The spellings people write; one that a library does not take has to be among its `rejects`. */
const spellings: Partial<Record<Visible, readonly Scalar[]>> = {
  secure: [true, 'auto'],
  sameSite: [true, 'lax', 'strict', 'none', 'Lax', 'Strict', 'None'],
};

const isSame = (shown: Scalar, wanted: Scalar): boolean =>
  typeof shown === 'number' && typeof wanted === 'number'
    ? Math.abs(shown - wanted) < 90 // Some take a minute off.
    : typeof shown === 'string' && typeof wanted === 'string'
      ? shown.toLowerCase() === wanted.toLowerCase()
      : shown === wanted;

const shownOf = (seen: Seen, name: Visible): string =>
  'refused' in seen
    ? `refused (${seen.refused})`
    : `${JSON.stringify(answer(seen, name))} in ${seen.lines.join(' | ')}`;

const isVisible = (name: string): name is Visible => Object.hasOwn(tries, name);

/** Holds each attribute against the cookies a library writes when it is told, and when it is not. */
export async function compareAttributes(subject: Subject, trial: Trial, findings: Findings): Promise<void> {
  const { attributes } = subject;
  for (const [name, fact] of Object.entries(attributes)) {
    if (!isVisible(name)) continue;
    const look = new Look(name, fact, subject, trial);
    await findings.look(name, async (wrong) => {
      for (const problem of await look.problems()) wrong(problem);
    });
  }
  const { proxy, rolling } = attributes;
  if (rolling) await findings.look('rolling', (wrong) => compareRolling(rolling, attributes, trial, wrong));
  if (proxy) await findings.look('proxy', (wrong) => compareProxy(proxy, attributes, trial, wrong));
}

/** One attribute of one place. */
class Look {
  private readonly found: string[] = [];

  constructor(
    private readonly name: Visible,
    private readonly fact: AttributeFact,
    private readonly subject: Subject,
    private readonly trial: Trial,
  ) {}

  async problems(): Promise<string[]> {
    await this.absent();
    await this.said();
    await this.undefinedSaid();
    await this.rejected();
    await this.outOfRange();
    return this.found;
  }

  /** What is wanted where nothing is said; undefined: nothing is promised. */
  private meaning(value: Scalar | undefined, https: boolean): Scalar | undefined {
    if (value === 'auto' && this.name === 'secure') return https;
    return typeof value === 'number' ? value / this.perSecond : value;
  }

  private get perSecond(): number {
    return this.fact.unit === 'ms' ? 1000 : 1;
  }

  private expect(what: string, seen: Seen, wanted: Scalar): void {
    if ('refused' in seen || !isSame(answer(seen, this.name), wanted)) {
      this.found.push(`${what}: ${JSON.stringify(wanted)} according to the facts, but ${shownOf(seen, this.name)}`);
    }
  }

  private async absent(): Promise<void> {
    const { whenAbsent, withoutOptions, path } = this.fact;
    for (const https of [true, false]) {
      const seen = await see(this.trial, { https, changes: [{ path, remove: true }] });
      const wanted = this.meaning(whenAbsent, https);
      if (wanted === undefined || (!https && 'refused' in seen && this.isSecureByDefault)) continue;
      // `Expires` may say the default `Max-Age` once more.
      if (this.name === 'expires' && this.subject.attributes.maxAge?.whenAbsent !== false) continue;
      this.expect(`left out${https ? '' : ', over HTTP'}`, seen, wanted);
    }
    if (withoutOptions !== undefined) {
      this.expect('no options', await see(this.trial, { withoutOptions: true }), withoutOptions);
    }
  }

  private get isSecureByDefault(): boolean {
    return this.subject.attributes.secure?.whenAbsent === true;
  }

  private async said(): Promise<void> {
    const { path, aliases = [], values = [], rejects = [], endless = [] } = this.fact;
    const own = this.trial.place.tries?.[this.name];
    const usual = own === undefined ? tries[this.name] : [[own, String(own)] as const];
    for (const [given, shown] of usual) {
      if (rejects.includes(given as Scalar)) continue;
      const value = this.valueOf(given);
      for (const at of [path, ...aliases]) {
        const seen = await this.tell(at, value);
        this.expect(`${at.join('.')}: ${String(given)}`, seen, shown);
        if (at === path && this.needs.length === 0) this.neighbours(at, seen);
      }
    }
    for (const value of values) {
      const seen = await this.tell(path, value);
      if ('refused' in seen) this.found.push(`${JSON.stringify(value)} is said to be understood, but ${seen.refused}`);
      else if (this.name === 'sameSite' && value !== 'auto') this.expect(`${String(value)}`, seen, value);
    }
    for (const value of endless) this.expect(`${String(value)}, without end`, await this.tell(path, value), false);
  }

  private get needs(): Change[] {
    return Object.entries(this.trial.place.needs?.[this.name] ?? {}).map(([key, value]) => ({ path: [key], value }));
  }

  /** An object that replaces its defaults has to say the cookie's name. */
  private named(said: readonly string[]): Change[] {
    const { attributes, replaces } = this.subject;
    const name = attributes.name?.path;
    if (!name || name === said || !isReplaced(replaces, said, name, this.trial.version)) return [];
    return [{ path: name, value: 'probe_sid' }];
  }

  private valueOf(given: unknown): unknown {
    if (given === 'in two hours') return new Date(Date.now() + 2 * hour * 1000);
    return typeof given === 'number' ? given * this.perSecond : given;
  }

  /** The option with a value, and with all it takes to be valid beside it. */
  private tell(path: readonly string[], value: unknown): Promise<Seen> {
    const { secure } = this.subject.attributes;
    const needsSecure = this.name === 'partitioned' || (this.name === 'sameSite' && /none/i.test(String(value)));
    const changes: Change[] = [
      ...(path === this.fact.path ? [] : [{ path: this.fact.path, remove: true }]),
      ...this.named(path),
      ...(value === true ? this.needs : []),
      ...(needsSecure && secure ? [{ path: secure.path, value: true }] : []),
      { path, value },
    ];
    return see(this.trial, { changes });
  }

  /** One option said leaves the defaults of the others as they are, unless the object replaces them. */
  private neighbours(said: readonly string[], seen: Seen): void {
    if ('refused' in seen) return;
    for (const [name, fact] of Object.entries(this.subject.attributes)) {
      const wanted = fact.whenAbsent;
      const isPlain = name !== this.name && isVisible(name) && !['expires', 'maxAge', 'signed'].includes(name);
      if (!isPlain || wanted === undefined || wanted === 'auto') continue;
      if (this.name === 'partitioned' && name === 'secure') continue;
      const shown = answer(seen, name);
      if (isReplaced(this.subject.replaces, said, fact.path, this.trial.version)) {
        if (wanted && isSame(shown, wanted))
          this.found.push(`it is said to replace all others, but ${name} is still there`);
      } else if (!isSame(shown, wanted)) {
        this.found.push(`with it said, ${name} is ${JSON.stringify(shown)} and no longer ${JSON.stringify(wanted)}`);
      }
    }
  }

  private async undefinedSaid(): Promise<void> {
    const { path, undefinedRemoves = false } = this.fact;
    // Nobody leaves a name undefined on purpose.
    if (this.name === 'name') return;
    const left = await see(this.trial, { changes: [{ path, remove: true }] });
    if ('refused' in left) return;
    const seen = await see(this.trial, { changes: [{ path, value: undefined }] });
    const byDefault = answer(left, this.name);
    if (undefinedRemoves && byDefault) this.expect('undefined', seen, false);
    // What the library refuses is no default that gets lost.
    else if (!('refused' in seen)) this.expect('undefined', seen, byDefault);
  }

  private async rejected(): Promise<void> {
    const { path, aliases = [], rejects = [] } = this.fact;
    const { rejectsTypes = [] } = this.fact as { rejectsTypes?: readonly ('string' | 'number')[] };
    for (const kind of rejectsTypes) {
      for (const at of [path, ...aliases]) {
        const seen = await this.tell(at, kind === 'string' ? 'soon' : 1000);
        const shown = 'refused' in seen ? false : answer(seen, this.name);
        if (shown === true || Number.isFinite(shown))
          this.found.push(`${at.join('.')} rejects each ${kind}, but shows ${shownOf(seen, this.name)}`);
      }
    }
    for (const value of new Set([...(spellings[this.name] ?? []), ...rejects])) {
      const seen = await this.tell(path, value);
      const isTaken = !('refused' in seen) && this.isValid(seen, value);
      const isRejected = rejects.includes(value) || rejectsTypes.some((kind) => kind === typeof value);
      if (isTaken && isRejected)
        this.found.push(`rejects ${JSON.stringify(value)}, but shows ${shownOf(seen, this.name)}`);
      if (!isTaken && !isRejected)
        this.found.push(`takes ${JSON.stringify(value)}, but shows ${shownOf(seen, this.name)}`);
    }
  }

  /** Texts of digits, nothing, and more than the library takes. */
  private async outOfRange(): Promise<void> {
    const { path, aliases = [], rejectsDigits, whenZero, max } = this.fact;
    const timeOf = (seen: Seen): Scalar | undefined => ('refused' in seen ? undefined : answer(seen, this.name));
    for (const at of rejectsDigits ? [path, ...aliases] : []) {
      const seen = await this.tell(at, String(2 * hour * this.perSecond));
      if (Number.isFinite(timeOf(seen)))
        this.found.push(`${at.join('.')} rejects digits, but shows ${shownOf(seen, this.name)}`);
    }
    if (whenZero) {
      const seen = await this.tell(path, 0);
      const time = timeOf(seen);
      const isDead = typeof time === 'number' && time <= 0;
      if (time === undefined || isDead !== (whenZero === 'dead'))
        this.found.push(`0 is said to be ${whenZero}, but ${shownOf(seen, this.name)}`);
    }
    if (max === undefined) return;
    const valueFor = (seconds: number): unknown =>
      this.name === 'expires' ? new Date(Date.now() + seconds * 1000) : seconds * this.perSecond;
    const most = max / this.perSecond;
    const [longest, longer] = [
      await this.tell(path, valueFor(most - 60)),
      await this.tell(path, valueFor(most + 24 * hour)),
    ];
    if ('refused' in longest) this.found.push(`takes up to ${max}, but ${longest.refused}`);
    if (!('refused' in longer)) this.found.push(`takes no more than ${max}, but shows ${shownOf(longer, this.name)}`);
  }

  private isValid({ cookie }: { cookie: Cookie }, said: Scalar): boolean {
    if (said === false) return true;
    if (this.name === 'sameSite') return cookie.sameSite !== false && sameSites.includes(cookie.sameSite);
    return this.name !== 'secure' || cookie.secure;
  }
}

/** Is what is said at one path part of an object that replaces the defaults at another? */
function isReplaced(replaces: Setup['replaces'], said: readonly string[], other: readonly string[], version: string) {
  if (!replaces || (replaces.before !== undefined && !isBelow(version, replaces.before))) return false;
  const isIn = (path: readonly string[]) => replaces.path.every((key, index) => path[index] === key);
  return isIn(said) && isIn(other);
}

/** What the set-up of another export says counts for each cookie, until the cookie says otherwise. */
export async function compareDefaults(
  { attributes, defaultsFrom }: Subject,
  trial: Trial,
  findings: Findings,
): Promise<void> {
  if (!defaultsFrom) return;
  await findings.look('defaults', async (wrong) => {
    for (const [name, fact] of Object.entries(attributes)) {
      if (name !== 'secure' && name !== 'httpOnly') continue;
      const defaults = [...defaultsFrom.path, ...fact.path].reduceRight<unknown>(
        (inner, key) => ({ [key]: inner }),
        true,
      );
      const seen = await see(trial, { defaults: defaults as object });
      if ('refused' in seen || answer(seen, name) !== true) wrong(`${name}: ${shownOf(seen, name)}`);
      const off = await see(trial, { defaults: defaults as object, changes: [{ path: fact.path, value: false }] });
      if ('refused' in off || answer(off, name) !== false) wrong(`${name} said otherwise: ${shownOf(off, name)}`);
    }
  });
}

/** A proxy that is believed makes a plain connection count as HTTPS. */
async function compareProxy(
  { path }: AttributeFact,
  { secure }: Attributes,
  trial: Trial,
  wrong: (problem: string) => void,
): Promise<void> {
  for (const believed of [true, false]) {
    const changes = [{ path, value: believed }, ...(secure ? [{ path: secure.path, value: true }] : [])];
    const told: Told = { https: false, headers: { 'x-forwarded-proto': 'https' }, changes };
    const isSet = await withApp(trial, told, async (app) => {
      const act = (session?: () => unknown) => session && trial.write(session(), 'probe', 'value');
      return cookieIn(await app.visit({ https: false, headers: told.headers ?? {}, act }), trial.place) !== undefined;
    });
    if (isSet !== believed)
      wrong(`${believed}: the cookie is ${isSet ? '' : 'not '}set behind a proxy that says https`);
  }
}

/** A session that slides sends its cookie with each answer, also where nothing was changed. */
async function compareRolling(
  { path, whenAbsent }: AttributeFact,
  { maxAge }: Attributes,
  trial: Trial,
  wrong: (problem: string) => void,
): Promise<void> {
  const lasting: Change[] = maxAge ? [{ path: maxAge.path, value: 2 * hour * (maxAge.unit === 'ms' ? 1000 : 1) }] : [];
  for (const [change, slides] of [
    [{ path, value: true }, true],
    [{ path, value: false }, false],
    [{ path, remove: true }, whenAbsent],
  ] as const) {
    const isSent = await withApp(trial, { changes: [...lasting, change] }, async (app) => {
      const act = (session?: () => unknown) => session && trial.write(session(), 'probe', 'value');
      const first = await app.visit({ https: true, act });
      const again = await app.visit({ https: true, cookie: jarAfter(first), act: (session) => session?.() });
      return cookieIn(again, trial.place) !== undefined;
    });
    if (isSent !== slides) wrong(`${JSON.stringify(change)}: a second answer has ${isSent ? 'the' : 'no'} cookie`);
  }
}
