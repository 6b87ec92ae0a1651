import { describe, expect, it } from 'vitest';
import { withMember } from '../../src/cli/json-text';

const entry = ['imports', { '#a': './a.js' }] as const;
const neighbours = ['exports', 'main', 'type', 'name'];

describe('a member of the outermost object', () => {
  it.each([
    ['two spaces', '{\n  "name": "x"\n}\n', '{\n  "name": "x",\n  "imports": {\n    "#a": "./a.js"\n  }\n}\n'],
    ['a tab', '{\n\t"name": "x"\n}', '{\n\t"name": "x",\n\t"imports": {\n\t\t"#a": "./a.js"\n\t}\n}'],
    [
      'CRLF',
      '{\r\n  "name": "x"\r\n}\r\n',
      '{\r\n  "name": "x",\r\n  "imports": {\r\n    "#a": "./a.js"\r\n  }\r\n}\r\n',
    ],
    ['a byte order mark', '\uFEFF{\n "name": "x"\n}', '\uFEFF{\n "name": "x",\n "imports": {\n  "#a": "./a.js"\n }\n}'],
    ['no indentation', '{\n"name": "x"\n}', '{\n"name": "x",\n"imports": {"#a":"./a.js"}\n}'],
    ['one line', '{ "name": "x" }', '{ "name": "x", "imports": { "#a": "./a.js" } }'],
    ['no space', '{"name":"x"}', '{"name":"x","imports":{"#a":"./a.js"}}'],
    ['nothing', '{}', '{\n  "imports": {\n    "#a": "./a.js"\n  }\n}'],
    ['nothing but space', ' {\n}\n', ' {\n  "imports": {\n    "#a": "./a.js"\n  }\n}\n'],
  ])('%s', (_, text, wanted) => {
    expect(withMember(text, [], entry, neighbours)).toBe(wanted);
    expect(JSON.parse(wanted.replace('\uFEFF', ''))).toMatchObject({ imports: { '#a': './a.js' } });
  });

  it('stands behind the best neighbour, else last', () => {
    const text = '{\n  "name": "x",\n  "main": "a",\n  "z": 1\n}';
    expect(withMember(text, [], ['b', 1], neighbours)).toBe(
      '{\n  "name": "x",\n  "main": "a",\n  "b": 1,\n  "z": 1\n}',
    );
    expect(withMember(text, [], ['b', 1])).toBe('{\n  "name": "x",\n  "main": "a",\n  "z": 1,\n  "b": 1\n}');
  });

  it('is not led astray by what strings and values hold', () => {
    const text = '{\n  "a\\"}": "{,\\"main\\": [",\n  "main": { "x": [{}, "]"] },\n  "n": -1.5e3\n}';
    const wanted = '{\n  "a\\"}": "{,\\"main\\": [",\n  "main": { "x": [{}, "]"] },\n  "b": true,\n  "n": -1.5e3\n}';
    expect(withMember(text, [], ['b', true], ['main'])).toBe(wanted);
  });
});

describe('a member of an inner object', () => {
  it.each([
    [
      'last',
      '{\n  "imports": {\n    "#b": "./b.js"\n  }\n}',
      '{\n  "imports": {\n    "#b": "./b.js",\n    "#a": 1\n  }\n}',
    ],
    ['in one line', '{\n  "imports": { "#b": "./b.js" }\n}', '{\n  "imports": { "#b": "./b.js", "#a": 1 }\n}'],
    ['alone', '{\n  "imports": {}\n}', '{\n  "imports": {\n    "#a": 1\n  }\n}'],
    ['alone in one line', '{"imports":{}}', '{"imports":{"#a":1}}'],
    [
      'over lines in one line',
      '{"imports":{\n  "#b":2\n}}',
      '{"imports":{\n  "#b":2,\n  "#a": 1\n}}'.replace(': 1', ':1'),
    ],
    [
      'of the last of two',
      '{ "imports": {}, "imports": { "c": 1 } }',
      '{ "imports": {}, "imports": { "c": 1, "#a": 1 } }',
    ],
  ])('%s', (_, text, wanted) => {
    expect(withMember(text, ['imports'], ['#a', 1])).toBe(wanted);
  });

  it('that has members itself', () => {
    const text = '{\n  "imports": {\n    "#b": "./b.js"\n  }\n}\n';
    const value = { types: './a.ts', default: './a.js' };
    expect(withMember(text, ['imports'], ['#a', value])).toBe(
      '{\n  "imports": {\n    "#b": "./b.js",\n    "#a": {\n      "types": "./a.ts",\n      "default": "./a.js"\n    }\n  }\n}\n',
    );
  });
});

it('says when there is no such object', () => {
  expect(() => withMember('{}', ['imports'], ['a', 1])).toThrow('There is no "imports" to add to.');
  expect(() => withMember('{', [], ['a', 1])).toThrow('This is not a JSON object.');
});
