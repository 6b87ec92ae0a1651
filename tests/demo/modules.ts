import type { ChildProcess } from 'node:child_process';

export interface Cookie {
  header: string;
  session: unknown;
}

export interface Answer {
  request: string;
  status: number;
  type: string;
  location: string;
  body: string;
  expected: number;
}

export interface Visit {
  answers: Answer[];
  cookie: Cookie;
  secrets: string[];
  accepted: string[];
  replay: number;
}

export interface Provider {
  url: string;
  issued: Map<string, string>;
  server: { close(): void; closeAllConnections(): void };
}

interface DemoModules {
  visit: {
    startExample(directory: string, providerUrl: string): Promise<string>;
    visit(url: string, provider: Provider): Promise<Visit>;
    opened(header: string): Cookie;
    holds(cookie: Cookie, secret: string): boolean;
  };
  verdict: { problemsOf(outcome: { vulnerable: Visit; fixed: Visit }): string[] };
  versions: {
    copyOf(example: string, directory: string): string;
    differences(before: string, after: string): Promise<string>;
  };
  processes: {
    startNode(args: string[], options: object): { child: ChildProcess; output: string };
    run(command: string, args: string[], options?: object): Promise<number>;
    stopAll(): Promise<void>;
  };
  paths: Record<'repository' | 'example' | 'endWithParent', string>;
}

/** The demo's own modules. They are plain JavaScript, so that they run before anything is installed. */
export async function demoModule<Name extends keyof DemoModules>(name: Name): Promise<DemoModules[Name]> {
  const url = new URL(`../../docs/examples/demo/${name}.mjs`, import.meta.url).href;
  return (await import(/* @vite-ignore */ url)) as DemoModules[Name];
}
