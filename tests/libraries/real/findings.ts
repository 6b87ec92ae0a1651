/** What a comparison of facts with a library came to. */
export class Findings {
  readonly problems: string[] = [];
  readonly proven = new Set<string>();

  constructor(
    private readonly where: string,
    private readonly unproven: Readonly<Record<string, string>>,
  ) {}

  /** Looks at one fact, unless a reason is given why it is not proven. Problems of the look are told with its name. */
  async look(fact: string, ask: (wrong: (problem: string) => void) => Promise<void>): Promise<void> {
    if (Object.hasOwn(this.unproven, fact)) return;
    const before = this.problems.length;
    try {
      await ask((problem) => this.problems.push(`${this.where}: ${fact}: ${problem}`));
    } catch (error) {
      this.problems.push(`${this.where}: ${fact}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    }
    if (this.problems.length === before) this.proven.add(fact);
  }
}
