/** What a comparison of facts with a library came to. */
export class Findings {
  readonly problems: string[] = [];
  readonly proven = new Set<string>();
  /** What was looked at, with or without success. */
  readonly looked = new Set<string>();

  constructor(
    private readonly where: string,
    private readonly isLeftOut: (fact: string) => boolean,
  ) {}

  problem(text: string): void {
    this.problems.push(`${this.where}: ${text}`);
  }

  /** Looks at one fact, unless it is left out. Problems of the look are told with its name. */
  async look(fact: string, ask: (wrong: (problem: string) => void) => Promise<void>): Promise<void> {
    if (this.isLeftOut(fact)) return;
    this.looked.add(fact);
    const before = this.problems.length;
    try {
      await ask((problem) => this.problem(`${fact}: ${problem}`));
    } catch (error) {
      this.problem(`${fact}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    if (this.problems.length === before) this.proven.add(fact);
  }
}
