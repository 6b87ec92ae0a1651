import { describe, expect, it } from 'vitest';
import { cookieHeadersIn } from '../../../src/model/cookie/cookie-header';
import { inFile } from '../../support/probe';

/** The texts of session cookies. */
const textsOf = (code: string): string[] =>
  inFile(`${code}`, (file) => cookieHeadersIn(file).map(({ node }) => file.sourceCode.getText(node)));

describe('headers that set a session cookie', () => {
  it.each<[string, string[]]>([
    ["res.setHeader('Set-Cookie', 'sid=1')", ["'sid=1'"]],
    ["res.setHeader('set-cookie', 'sid=1')", ["'sid=1'"]],
    ['res.setHeader(`Set-Cookie`, `sid=${id}; Path=/`)', ['`sid=${id}; Path=/`']],
    ["res.header('Set-Cookie', 'sid=' + id)", ["'sid=' + id"]],
    ["res.append('Set-Cookie', 'sid=' + id)", ["'sid=' + id"]],
    ["res.set('Set-Cookie', 'sid=' + id)", ["'sid=' + id"]],
    ["res.status(200).setHeader('Set-Cookie', 'sid=' + id)", ["'sid=' + id"]],
    [
      "res.setHeader('Set-Cookie', ['sid=1', 'theme=dark', `token=${t}`, serialize('jwt', t)])",
      ["'sid=1'", '`token=${t}`'],
    ],
    ["res.setHeader('Set-Cookie', x ? 'sid=1' : 'sid=2')", ["'sid=1'", "'sid=2'"]],
    ["const cookie = 'sid=' + id; res.setHeader('Set-Cookie', cookie)", ["'sid=' + id"]],
    ["const cookies = ['sid=1']; res.setHeader('Set-Cookie', cookies)", ["'sid=1'"]],
    ["res.setHeader('Set-Cookie', ['sid=' + id, 'Path=/'].join('; '))", ["['sid=' + id, 'Path=/'].join('; ')"]],
    ["headers.append('Set-Cookie', 'sid=1')", ["'sid=1'"]],
    ["new Headers({ 'Set-Cookie': 'sid=1' })", ["'sid=1'"]],
    ["new Response(null, { headers: { 'Set-Cookie': 'sid=1' } })", ["'sid=1'"]],
    ["Response.json({}, { headers: { 'set-cookie': 'sid=1' } })", ["'sid=1'"]],
    ["res.writeHead(302, { Location: '/', 'Set-Cookie': ['sid=1', 'a=b'] })", ["'sid=1'"]],
    ["headers['Set-Cookie'] = 'sid=1'", ["'sid=1'"]],
    ["exports.handler = async () => { return { statusCode: 200, headers: { 'Set-Cookie': 'sid=1' } } }", ["'sid=1'"]],
    [
      "const SESSION_COOKIE = 'q'; res.setHeader('Set-Cookie', `${SESSION_COOKIE}=${id}`)",
      ['`${SESSION_COOKIE}=${id}`'],
    ],
    ["const NAME = 'sid'; res.setHeader('Set-Cookie', `${NAME}=${id}`)", ['`${NAME}=${id}`']],
    ["res.setHeader('Set-Cookie', `__Host-session=${id}`)", ['`__Host-session=${id}`']],
    ["res.setHeader('Set-Cookie', `session_${user}=${id}`)", ['`session_${user}=${id}`']],
  ])('%s', (code, texts) => {
    expect(textsOf(code)).toEqual(texts);
  });

  it.each([
    "res.setHeader('Cookie', 'sid=1')",
    "res.setHeader('Set-Cookie', 'theme=dark')",
    "res.setHeader('Set-Cookie', `XSRF-TOKEN=${t}`)",
    "res.setHeader('Set-Cookie', `${name}=${id}`)",
    "res.setHeader('Set-Cookie', `${cookie}`)",
    "res.setHeader('Set-Cookie', cookie)",
    "res.setHeader('Set-Cookie', id + '=1')",
    "res.setHeader('Set-Cookie', cookie.serialize('sid', id))",
    "res.setHeader('Set-Cookie', await commitSession(session))",
    "res.setHeader('Set-Cookie', [...cookies, cookie])",
    "res.setHeader('Set-Cookie', 'sid')",
    "res.setHeader('Set-Cookie', '')",
    "res.setHeader('Set-Cookie', 1)",
    "res.setHeader('Set-Cookie')",
    "res.setHeader(...header, 'Set-Cookie')",
    "setHeader('Set-Cookie', 'sid=1')",
    "expect(res.headers).toEqual({ 'set-cookie': 'sid=1' })",
    "nock(url).reply(200, {}, { 'Set-Cookie': 'sid=1' })",
    "const { 'set-cookie': cookie = 'sid=1' } = headers",
    "x = headers['set-cookie']",
  ])('not %s', (code) => {
    expect(textsOf(code)).toEqual([]);
  });

  it.each([
    "res.setHeader('Set-Cookie', 'sid=; Max-Age=0')",
    "res.setHeader('Set-Cookie', 'sid=; Path=/')",
    "res.setHeader('Set-Cookie', 'sid=deleted; expires=Thu, 01 Jan 1970 00:00:00 GMT')",
    "res.setHeader('Set-Cookie', 'sid=x; Max-Age=-1')",
    "res.setHeader('Set-Cookie', `sid=${x}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`)",
    "res.setHeader('Set-Cookie', `${SESSION_COOKIE}=; Max-Age=0`)",
  ])('no deletion: %s', (code) => {
    expect(textsOf(code)).toEqual([]);
  });

  it('reads nothing but what is missing as an option', () => {
    const states = inFile("res.setHeader('Set-Cookie', 'sid=1; Secure')", (file) => {
      const [site] = cookieHeadersIn(file);
      return [site?.read('secure')?.state, site?.read('httpOnly')?.state, site?.read('name'), site?.secrets()];
    });
    expect(states).toEqual(['unknown', 'absent', null, []]);
  });
});
