import type { Handler, Key, Program, ProgramFile, Statement } from './program';

const isIdentifier = (name: string): boolean => /^[\w$]+$/.test(name);
const chain = (root: string, path: readonly string[]): string =>
  path.reduce((text, name) => (isIdentifier(name) ? `${text}.${name}` : `${text}['${name}']`), root);

/** Writes the statements of one handler. */
class Writer {
  #locals = 0;
  readonly #session: string;
  readonly #style: Program['style'];

  constructor(session: string, style: Program['style']) {
    this.#session = session;
    this.#style = style;
  }

  #local(): string {
    this.#locals += 1;
    return `v${this.#locals}`;
  }

  #get({ path }: Key): string {
    const [first, ...rest] = path;
    return this.#style === 'method' ? chain(`${this.#session}.get('${first}')`, rest) : chain(this.#session, path);
  }

  #set({ path }: Key, value: string, operator = '='): string {
    if (this.#style === 'method') return `${this.#session.replace('?.', '.')}.set('${path[0]}', ${value});`;
    return `${chain(this.#session.replace('?.', '.'), path)} ${operator} ${value};`;
  }

  lines(statements: readonly Statement[]): string[] {
    return statements.flatMap((one) => this.#lines(one));
  }

  #block(statements: readonly Statement[]): string[] {
    return this.lines(statements).map((line) => `  ${line}`);
  }

  #lines(one: Statement): string[] {
    switch (one.kind) {
      case 'write':
        return [this.#set(one.key, one.value, one.operator)];
      case 'assign': {
        if (this.#style === 'method') return one.keys.map((key, index) => this.#set(key, one.values[index] ?? '1'));
        const pairs = one.keys.map(
          ({ path: [name = ''] }, index) => `${isIdentifier(name) ? name : `'${name}'`}: ${one.values[index]}`,
        );
        return [`Object.assign(${this.#session}, { ${pairs.join(', ')} });`];
      }
      case 'copy':
        return [this.#set(one.to, this.#get(one.from))];
      case 'append': {
        const old = this.#local();
        return [`const ${old} = ${this.#get(one.key)};`, this.#set(one.key, `\`\${${old} ?? ''}\${B.secret}\``)];
      }
      case 'read':
        return this.#read(this.#get(one.key), one.form);
      case 'test':
        return [`out.push(${this.#test(one.key, one.form)});`];
      case 'branch':
        return [
          `if (${one.isNegated ? '!' : ''}${this.#get(one.key)}) {`,
          ...this.#block(one.then),
          ...(one.otherwise.length > 0 ? ['} else {', ...this.#block(one.otherwise)] : []),
          '}',
        ];
      case 'loop': {
        const item = this.#local();
        return [`for (const ${item} of [1, 2]) {`, `  out.push(${item});`, ...this.#block(one.body), '}'];
      }
      case 'guarded':
        return ['try {', ...this.#block(one.body), '} finally {', "  out.push('done');", '}'];
      case 'clear':
        return this.#clear(one.key, one.form);
      case 'destructure':
        return this.#destructure(one);
      case 'user':
        return this.#user(one.form, one.value);
      case 'credentials':
        return this.#credentials(one.form, one.value);
      case 'hard':
        return this.#hard(one.key, one.form);
    }
  }

  #read(value: string, form: number): string[] {
    const local = this.#local();
    const forms = [
      [`out.push(${value});`],
      [`out.push(${value}?.length);`],
      [`const ${local} = ${value};`, `out.push(${local}, typeof ${local});`],
      [`out.push(\`is \${${value}}\`);`],
      [`out.push({ value: ${value} || 'none' });`],
      [`out.push(${value} === B.secret);`],
      [`out.push((${value} ?? '').toUpperCase());`],
      [`out.push(B.flag ? ${value} : null);`],
      [`let ${local};`, `${local} = ${value};`, `out.push(${local});`],
      [`out.push(String(${value}) + 'x');`],
      [`if (${value} === B.other || ${value} === B.secret) out.push('same');`],
      [`out.push(B.flag && ${value});`],
      [`const ${local} = [${value}, 1];`, `out.push(...${local});`],
      [
        `switch (${value}) {`,
        '  case B.secret:',
        "    out.push('secret');",
        '    break;',
        '  default:',
        "    out.push('other');",
        '}',
      ],
      [`out.push(await Promise.resolve(${value}));`],
    ];
    return forms[form % forms.length] as string[];
  }

  #test(key: Key, form: number): string {
    const value = this.#get(key);
    const object = this.#session.replace('?.', '.');
    const forms = [
      `!${value}`,
      `!!${value}`,
      `Boolean(${value})`,
      `${value} === undefined`,
      `${value} !== undefined`,
      `${value} == null`,
      `${value} != null`,
      `typeof ${value} === 'undefined'`,
      `${value} ? 'yes' : 'no'`,
      `${value} && 'present'`,
      `!(B.flag || ${value})`,
      `${value} === ''`,
      `${value} !== null`,
      ...(this.#style === 'member'
        ? [
            `'${key.path[0]}' in ${object}`,
            `Object.hasOwn(${object}, '${key.path[0]}')`,
            `${object}.hasOwnProperty('${key.path[0]}')`,
          ]
        : []),
    ];
    return forms[form % forms.length] as string;
  }

  #clear(key: Key, form: number): string[] {
    const value = this.#get(key);
    if (this.#style === 'method') {
      const call = this.#set(key, ['undefined', 'null', "''", 'false'][form % 4] as string);
      return [form % 2 === 0 ? call : `if (B.flag) ${call}`];
    }
    const target = value.replace('?.', '.');
    const forms = [
      `delete ${target};`,
      `${target} = null;`,
      `${target} = undefined;`,
      `${target} = '';`,
      `${target} = false;`,
      `if (B.flag) delete ${target};`,
      `if (${value}) ${target} = null;`,
      `if (B.flag) ${target} = ''; else out.push('kept');`,
    ];
    return [forms[form % forms.length] as string];
  }

  #destructure({ keys, isRenamed, rest }: Extract<Statement, { kind: 'destructure' }>): string[] {
    if (this.#style === 'method') return keys.map((key) => `out.push(${this.#get(key)});`);
    const locals = keys.map(() => this.#local());
    const pairs = keys.map(({ path: [name = ''] }, index) => {
      const key = isIdentifier(name) ? name : `'${name}'`;
      return `${key}: ${locals[index]}${rest === 'default' ? " = 'fallback'" : ''}`;
    });
    if (rest === 'rest') pairs.push(`...${this.#local()}`);
    return [
      `${isRenamed ? 'const' : 'let'} { ${pairs.join(', ')} } = ${this.#session.replace('?.', '.')};`,
      `out.push(${locals.join(', ')});`,
    ];
  }

  /** `github` is an object that everybody may see, with one secret in it. */
  #user(form: number, value: string): string[] {
    const user = this.#get({ path: ['github'], isSecret: false });
    if (this.#style === 'method') {
      const forms = [
        [this.#set({ path: ['github'], isSecret: false }, `{ name: B.note, idToken: ${value} }`)],
        [`out.push(${user}?.idToken, ${user}?.name);`],
        [`out.push(Boolean(${user}?.idToken));`],
        [`const ${this.#local()} = ${user};`, `out.push(v${this.#locals}?.idToken);`],
      ];
      return forms[form % forms.length] as string[];
    }
    const target = user.replace('?.', '.');
    const local = this.#local();
    const forms = [
      [`${target} = { name: B.note, idToken: ${value} };`],
      [`out.push(${user}?.idToken, ${user}?.name);`],
      [`out.push(Boolean(${user}?.idToken));`],
      [`${target} ??= {};`, `${target}.idToken = ${value};`],
      [`if (${user}) delete ${target}.idToken;`],
      [`if (${user}?.idToken) ${target}.idToken = null;`],
      [`const { github: ${local} } = ${this.#session.replace('?.', '.')};`, `out.push(${local}?.idToken);`],
      [`const ${local} = ${user};`, `if (${local}) ${local}.idToken = ${value};`],
    ];
    return forms[form % forms.length] as string[];
  }

  /** `credentials` is a secret as a whole. */
  #credentials(form: number, value: string): string[] {
    const key = { path: ['credentials'], isSecret: true };
    const own = this.#get(key);
    const local = this.#local();
    const forms = [
      [this.#set(key, `{ login: B.note, password: ${value} }`)],
      [`out.push(${own}?.password);`],
      [`out.push(Boolean(${own}));`],
      [`if (${own}) out.push(${own}.login);`],
      [`const ${local} = ${own};`, `out.push(${local}?.password, ${local}?.login);`],
      [`for (const ${local} of Object.keys(${own} ?? {})) out.push(${local});`],
      [`out.push({ ...${own} });`],
      [`const { password: ${local}, login: ${local}b } = ${own} ?? {};`, `out.push(${local}, ${local}b);`],
      [this.#set(key, `{ login: 'me', password: String(${value}) }`), `out.push({ ...${own} });`],
    ];
    return form % 10 === 9 ? this.#clear(key, form) : (forms[form % forms.length] as string[]);
  }

  #hard(key: Key, form: number): string[] {
    const value = this.#get(key);
    const local = this.#local();
    const forms = [
      [`out.push([1, 2].map((${local}) => ${local} + String(${value})));`],
      [this.#set(key, 'B.count > 1')],
      [`(async () => { ${this.#set(key, 'B.other')} })();`, `out.push('${local}');`],
      [`[1, 2].forEach(async (${local}) => { ${this.#set(key, 'B.other + ' + local)} });`],
      [`out.push(...(await Promise.all([${value}, Promise.resolve(1)])));`],
      [
        `const ${local} = { login: B.note };`,
        this.#set({ path: ['credentials'], isSecret: true }, local),
        `${local}.password = B.secret;`,
      ],
      [
        `const ${local} = ${this.#get({ path: ['credentials'], isSecret: true })};`,
        `if (${local}) ${local}.login = 'changed';`,
      ],
      ...(this.#style === 'method'
        ? []
        : [
            [`out.push(${value.replace('?.', '.')} = B.secret);`],
            [
              `const ${local} = { ${key.path.map((name) => `'${name}'`).join()}: B.other };`,
              `Object.assign(${this.#session}, ${local});`,
            ],
            [`${value.replace('?.', '.')} += 'x';`],
            [
              `const ${local} = (b) => ({ '${key.path[0]}': b.other });`,
              `Object.assign(${this.#session}, ${local}(B));`,
              `out.push(${value});`,
            ],
            [
              `const ${local} = { ...${this.#session} };`,
              `out.push(Object.keys(${local}).length);`,
              `out.push(${value});`,
            ],
            [`[${value.replace('?.', '.')}] = [B.secret];`],
            [`const ${local} = '${key.path[0]}';`, `out.push(${this.#session.replace('?.', '.')}[${local}]);`],
          ]),
    ];
    return forms[form % forms.length] as string[];
  }
}

/** Is this one of the hosts whose handlers are called `(request, reply)`? */
const isFastify = (host: Program['host']): boolean => host.startsWith('@fastify');

function handlerText(handler: Handler, index: number, { host, style }: Program): string[] {
  const [request, reply] = isFastify(host) ? ['request', 'reply'] : ['req', 'res'];
  const own = `${request}.session`;
  const [session, head] = {
    direct: [own, []],
    alias: ['s', [`const s = ${own};`]],
    destructured: ['session', [`const { session } = ${request};`]],
    optional: [`${request}?.session`, []],
  }[style === 'method' && handler.root === 'optional' ? 'direct' : handler.root] as [string, string[]];
  return [
    `exports.${handler.name}${index} = ${handler.isAsync ? 'async ' : ''}(${request}, ${reply}) => {`,
    ...[
      `const out = [];`,
      `const B = ${request}.body;`,
      ...head,
      ...new Writer(session, style).lines(handler.statements),
    ].map((line) => `  ${line}`),
    `  ${reply}.send(JSON.stringify(out, shown));`,
    '};',
  ].filter((line) => handler.isAsync || !line.includes('await '));
}

/** The text of a file of a program. */
export function sourceOf(file: ProgramFile, program: Program): string {
  const text = [
    "'use strict';",
    '',
    ...(file.hasVaultAlready ? ["const { vault } = require('#session-vault');"] : []),
    "const { shown } = require('./shown');",
    '',
    ...file.handlers.flatMap((handler, index) => [...handlerText(handler, index, program), '']),
  ];
  // A line that ends in a semicolon goes without one where the next begins with no bracket.
  return text
    .map((line, index) =>
      file.hasSemicolons || /^\s*[[(`]/.test(text[index + 1] ?? '') ? line : line.replace(/;$/, ''),
    )
    .join('\n');
}

/** The name a handler is exported under. */
export const nameOf = ({ handlers }: ProgramFile, index: number): string => `${handlers[index]?.name}${index}`;
