/** What a `Set-Cookie` line really says; `false` where it is silent. */
export interface Cookie {
  name: string;
  value: string;
  secure: boolean;
  httpOnly: boolean;
  /** In lower case; whatever else stands there, browsers ignore. */
  sameSite: string | false;
  /** Seconds from now, from `Max-Age` or else from `Expires`. */
  maxAge: number | false;
  /** Seconds from now. */
  expires: number | false;
  domain: string | false;
  path: string | false;
  partitioned: boolean;
}

export function cookieOf(line: string): Cookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
  const said = new Map(rest.map((part) => halves(part)).map(([key, value]) => [key.toLowerCase(), value]));
  const [name, value] = halves(pair);
  const expires = said.has('expires') ? (Date.parse(said.get('expires') ?? '') - Date.now()) / 1000 : false;
  return {
    name,
    value,
    secure: said.has('secure'),
    httpOnly: said.has('httponly'),
    sameSite: said.get('samesite')?.toLowerCase() ?? false,
    maxAge: said.has('max-age') ? Number(said.get('max-age')) : expires,
    expires,
    domain: said.get('domain') ?? false,
    path: said.get('path') ?? false,
    partitioned: said.has('partitioned'),
  };
}

function halves(text: string): [before: string, after: string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** What a browser sends back after these lines, added to what it had. */
export function jarAfter(lines: readonly string[], before = ''): string {
  const jar = new Map(before ? before.split('; ').map(halves) : []);
  for (const { name, value, maxAge } of lines.map(cookieOf)) {
    if (maxAge !== false && maxAge <= 0) jar.delete(name);
    else jar.set(name, value);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Does a text give the words away, to whoever undoes the usual encodings? */
export function reveals(text: string, words: string): boolean {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // Not encoded.
  }
  const runs = plain.match(/[\w+/-]{8,}/g) ?? [];
  // A signature or a prefix may shift the groups of four.
  const decoded = runs.flatMap((run) =>
    [0, 1, 2, 3].map((shift) => Buffer.from(run.slice(shift), 'base64').toString()),
  );
  return [text, plain, ...decoded].some((one) => one.includes(words));
}
