import { endWithParent } from './paths.mjs';
import { startNode } from './processes.mjs';

const START_WITHIN = 20_000;
const ANSWER_WITHIN = 10_000;

/** What one user does, and the status a working program answers with. */
const VISIT = [
  { method: 'GET', path: '/', status: 200 },
  { method: 'GET', path: '/invoices', status: 401 },
  { method: 'POST', path: '/login', body: { name: 'alice', password: 'guess' }, status: 401 },
  { method: 'POST', path: '/login', body: { name: 'alice', password: 'wonderland' }, status: 200 },
  { method: 'GET', path: '/', status: 200 },
  { method: 'GET', path: '/invoices', status: 200, cookieIsStolen: true },
  { method: 'POST', path: '/logout', status: 204 },
  { method: 'GET', path: '/invoices', status: 401 },
];

/** Starts the example in `directory` on a free port of the loopback interface. */
export async function startExample(directory, providerUrl) {
  const env = { ...process.env, PORT: '0', PROVIDER_URL: providerUrl, NODE_ENV: 'production' };
  const program = startNode(['--require', endWithParent, 'start.js'], { cwd: directory, env });
  const deadline = Date.now() + START_WITHIN;
  while (Date.now() < deadline && program.child.exitCode === null) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output)?.[0];
    if (url) {
      return url;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The example in ${directory} did not start:\n${program.output}`);
}

/**
 * Drives one version as a user would, with a thief who copies the cookies on the way and tries, after the user has
 * logged out, what they are still good for.
 */
export async function visit(url, provider) {
  const jar = new Map();
  const answers = [];
  let stolen = '';
  for (const { cookieIsStolen, status: expected, ...request } of VISIT) {
    answers.push({ ...(await send(url, request, jar)), expected });
    if (cookieIsStolen) {
      stolen = cookieHeader(jar);
    }
  }

  const cookie = opened(stolen);
  return {
    answers,
    cookie,
    secrets: [...provider.issued.keys()].filter((secret) => holds(cookie, secret)),
    accepted: await acceptedByProvider(provider.url, textsIn(cookie.session)),
    replay: (await fetchText(`${url}/invoices`, { headers: { cookie: stolen } })).status,
  };
}

/** What a thief sees in a `Cookie` header: its text, and the session that is encoded in it. */
export function opened(header) {
  const value = /(?:^|; )session=([^;]*)/.exec(header)?.[1] ?? '';
  let session = null;
  try {
    session = JSON.parse(Buffer.from(decodeURIComponent(value), 'base64').toString('utf8'));
  } catch {
    // Not readable: the thief holds the text alone.
  }
  return { header, session };
}

/** Whether a secret is in a cookie: as it stands, or under up to three layers of encoding. */
export function holds({ header, session }, secret) {
  const texts = [header, JSON.stringify(session), ...header.split(/[;=]\s*/), ...textsIn(session)];
  return texts.some((text) => layersOf(text, 3).some((layer) => layer.includes(secret)));
}

async function send(url, { method, path, body }, jar) {
  const { response, text, status } = await fetchText(url + path, {
    method,
    headers: { cookie: cookieHeader(jar), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'manual',
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') {
      jar.delete(name);
    } else {
      jar.set(name, value);
    }
  }
  return {
    request: `${method} ${path}`,
    status,
    type: response.headers.get('content-type') ?? '',
    location: response.headers.get('location') ?? '',
    body: text,
  };
}

async function fetchText(url, options) {
  const response = await fetch(url, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN) });
  return { response, status: response.status, text: await response.text() };
}

function cookieHeader(jar) {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Every text of the cookie is tried as an access token, as a thief would. */
async function acceptedByProvider(url, texts) {
  const accepted = [];
  for (const text of texts) {
    const headers = { authorization: `Bearer ${encodeURIComponent(text)}` };
    const { status } = await fetchText(`${url}/invoices`, { headers });
    if (status === 200) {
      accepted.push(text);
    }
  }
  return accepted;
}

function textsIn(value) {
  if (typeof value === 'string') {
    return [value];
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

function layersOf(text, depth) {
  if (depth === 0 || !text) {
    return [text ?? ''];
  }
  const decoded = ['base64', 'hex'].map((encoding) => Buffer.from(text, encoding).toString('latin1'));
  const below = [...decoded, unescaped(text)].filter((next) => next && next !== text);
  return [text, ...below.flatMap((next) => layersOf(next, depth - 1))];
}

function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
