import { describe, expect, it } from 'vitest';
import { cookieTextOf } from '../../../src/model/cookie/cookie-text';
import { inFile, probedIn } from '../../support/probe';

const attribute = (code: string, name: string): string =>
  inFile(code, (file) => {
    const said = cookieTextOf(probedIn(file)[0]!, file)?.attribute(name);
    if (said?.state !== 'set') return said?.state ?? 'no cookie';
    return said.range
      ? `${said.value} at '${file.sourceCode.text.slice(...said.range)}'`
      : `set${said.value ? ` ${said.value}` : ''}`;
  });

describe('cookieTextOf', () => {
  it.each<[string, string, string]>([
    ["probe('sid=1; Secure')", 'Secure', 'set'],
    ["probe('sid=1;secure')", 'Secure', 'set'],
    ["probe('sid=1; SECURE ;')", 'Secure', 'set'],
    ["probe('sid=Secure')", 'Secure', 'absent'],
    ["probe('sid=1; Path=/secure')", 'Secure', 'absent'],
    ["probe('sid=1; SameSite=None')", 'SameSite', "None at 'None'"],
    ["probe('sid=1; SameSite = None ')", 'SameSite', "None at 'None'"],
    ["probe('sid=None; samesite=None; a=None')", 'SameSite', "None at 'None'"],
    ["probe('sid=1; SameSite')", 'SameSite', 'set'],
    ["probe('sid=\\'; SameSite=None')", 'SameSite', 'set None'],
    ['probe(`sid=${id}; SameSite=None`)', 'SameSite', "None at 'None'"],
    ['probe(`sid=${id}; SameSite=${mode}`)', 'SameSite', 'set'],
    ["probe(`sid=${id}; SameSite=${'None'}`)", 'SameSite', 'set None'],
    ["probe('sid=' + id + '; SameSite=None')", 'SameSite', "None at 'None'"],
    ["probe('sid=' + id + '; SameSite=' + mode)", 'SameSite', 'set'],
    ["probe(['sid=' + id, 'SameSite=None'].join('; '))", 'SameSite', "None at 'None'"],
    ["const parts = ' SameSite=None'; probe(`sid=1;${parts}`)", 'SameSite', 'set None'],
    ["probe(`sid=${id}; SameSite=None${x ? '; Secure' : ''}`)", 'SameSite', "None at 'None'"],
    ["probe(`sid=${id}; HttpOnly${x ? '; Secure' : ''}`)", 'HttpOnly', 'set'],
    ["probe(`sid=${id}; HttpOnly${x ? '; Secure' : ''}`)", 'Secure', 'unknown'],
    ["probe(`sid=${id}; HttpOnly; ${x ? 'Secure' : ''}`)", 'Secure', 'unknown'],
    ["probe(`sid=${id}; HttpOnly${x ? '; Secure' : ''}`)", 'SameSite', 'absent'],
    ["probe(`sid=${id}${x ? '; SameSite=Lax' : ''}`)", 'SameSite', 'unknown'],
    ["probe(`sid=${id}; Path=/${age ? `; Max-Age=${age}` : ''}`)", 'Secure', 'absent'],
    ["probe(`sid=${id}; Path=/${age ? `; ${flags}` : ''}`)", 'Secure', 'unknown'],
    ['probe(`sid=${id}; Path=/${flags}`)', 'Secure', 'unknown'],
    ['probe(`sid=${id}; ${flags}`)', 'Secure', 'unknown'],
    ['probe(`sid=${id}${flags}`)', 'Secure', 'unknown'],
    ["probe('sid=' + id + flags)", 'Secure', 'unknown'],
    ["probe('sid=' + id)", 'Secure', 'absent'],
    ['probe(`sid=s:${id}.${signature}`)', 'Secure', 'absent'],
    ['probe(`sid=${id}; Max-Age=${age}; Domain=${domain}`)', 'Secure', 'absent'],
    ["probe(['sid=' + id, ...flags].join('; '))", 'Secure', 'unknown'],
    ["probe(['sid=' + id, x && 'Secure'].join('; '))", 'Secure', 'unknown'],
    ["probe(['sid=' + id, 'Path=/'].join('; '))", 'Secure', 'absent'],
    ['probe(`${NAME}=${id}`)', 'Secure', 'absent'],
    ['probe(`${cookie}`)', 'Secure', 'no cookie'],
    ['probe(`${cookie}; Secure`)', 'Secure', 'no cookie'],
    ["probe('a')", 'Secure', 'no cookie'],
    ['probe(cookie)', 'Secure', 'no cookie'],
    ['probe(1)', 'Secure', 'no cookie'],
    ['probe(a - b)', 'Secure', 'no cookie'],
    ["probe(list.join('; '))", 'Secure', 'no cookie'],
    ['probe([a].join(b))', 'Secure', 'no cookie'],
  ])('%s, %s → %s', (code, name, wanted) => {
    expect(attribute(code, name)).toBe(wanted);
  });
});
