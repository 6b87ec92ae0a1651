/** What a program answered, without what differs from one run to the next. */
export interface Answer {
  request: string;
  status: number;
  type: string;
  location: string;
  /** The names of the cookies it sets, and of those it takes away. */
  cookies: string[];
  body: string;
}

/** Somebody with a browser's memory for cookies, who follows no redirect unless told to. */
export interface Visitor {
  answers: Answer[];
  /** As it came, for those who follow it. */
  location: string;
  jar: Map<string, string>;
  /** The `Cookie` header that is sent. */
  cookie(): string;
  /** @param body an object goes as JSON, parameters as a form */
  send(method: string, path: string, body?: object): Promise<Answer>;
}

/** @param names what to call the servers instead of by their ports, which differ from run to run */
export function visitorOf(url: string, names: Readonly<Record<string, string>> = {}): Visitor {
  const jar = new Map<string, string>();
  const named = (text: string): string => {
    const withoutPorts = Object.entries({ ...names, [url]: '' }).reduce(
      (all, [from, to]) => all.replaceAll(from, to),
      text,
    );
    return withoutPorts.replace(encodeURIComponent(url), '').replace(/\b(state|code|code_challenge)=[\w-]+/g, '$1=…');
  };
  const visitor: Visitor = {
    answers: [],
    location: '',
    jar,
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    async send(method, path, body) {
      const isForm = body instanceof URLSearchParams;
      const response = await fetch(new URL(path, url), {
        method,
        redirect: 'manual',
        headers: {
          ...(path.startsWith('http') ? {} : { cookie: visitor.cookie() }),
          ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(20_000),
      });
      visitor.location = response.headers.get('location') ?? '';
      const answer: Answer = {
        request: `${method} ${named(path)}`,
        status: response.status,
        type: response.headers.get('content-type') ?? '',
        location: named(visitor.location),
        cookies: response.headers.getSetCookie().map((text) => keepCookie(jar, text)),
        body: named(await response.text()),
      };
      visitor.answers.push(answer);
      return answer;
    },
  };
  return visitor;
}

/** Does what a browser does with a `Set-Cookie`; says what that was. */
function keepCookie(jar: Map<string, string>, text: string): string {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
  const maxAge = /;\s*max-age=(-?\d+)/i.exec(text)?.[1];
  const expires = /;\s*expires=([^;]+)/i.exec(text)?.[1];
  const isOver =
    maxAge === undefined ? expires !== undefined && Date.parse(expires) <= Date.now() : Number(maxAge) <= 0;
  if (isOver) jar.delete(name);
  else jar.set(name, value);
  return isOver ? `${name} deleted` : name;
}
