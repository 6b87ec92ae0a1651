import type { AttributeFact, Attributes, CookieWrite, ExportPath, Library, Setup } from '../../src/libraries/types';

/** A place where a library is told about a cookie, written from its facts. */
export interface Rendered {
  name: string;
  attributes: Attributes;
  /** How the file must be called. */
  filename?: string;
  /** The source text, with an option given a value (as code), or with nothing said of it. */
  source(fact: AttributeFact, value?: string): string;
}

/** Every place a library's facts speak of: each set-up, each way of writing a cookie, each header. */
export function placesOf(library: Library): Rendered[] {
  return [
    ...(library.setups ?? []).flatMap((setup) => setupPlaces(library.module, setup)),
    ...(library.cookieWrites ?? []).flatMap((write) => writePlaces(library.module, write)),
    ...(library.cookieHeaders ?? []).flatMap((header) =>
      header.methods.map((method) => ({
        name: `${method}('${header.header}', …)`,
        attributes: header.attributes,
        source: ({ path }: AttributeFact, value?: string) => {
          const said = value === undefined || value === 'false' ? '' : `; ${path.join()}=${value.replaceAll("'", '')}`;
          return `res.${method}('${header.header}', \`sid=\${id}${said}\`);`;
        },
      })),
    ),
  ];
}

/** How an export is loaded and then written: `['()', 'keys']` is `new It()`, then `.keys`. */
function loaded(module: string, path: ExportPath): { head: string; expression: string } {
  const [first, ...rest] = path;
  const isDefault = first === undefined || first === '()';
  const head = isDefault ? `import It from '${module}';\n` : `import { ${first} } from '${module}';\n`;
  const steps = isDefault ? path : rest;
  const expression = steps.reduce(
    (text, step) => (step === '()' ? `${text}()` : `${text}.${step === '*' ? 'any' : step}`),
    isDefault ? 'It' : first,
  );
  return { head, expression };
}

/** `{ cookie: { secure: false } }`. */
const optionsText = (path: readonly string[], value: string | undefined): string =>
  value === undefined ? '{}' : path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);

function setupPlaces(module: string, setup: Setup): Rendered[] {
  const { attributes } = setup;
  if (!attributes) return [];
  if (setup.form === 'config') return configPlaces(setup, attributes);
  const { head, expression } = loaded(module, setup.export);
  const index = setup.form === 'call' && typeof setup.options === 'number' ? setup.options : 0;
  const before = Array.from({ length: index }, (_, n) => `argument${n}, `).join('');
  const place = (name: string, write: (options: string) => string, before = head): Rendered => ({
    name,
    attributes,
    source: ({ path }, value) => before + write(optionsText(path, value)),
  });
  switch (setup.form) {
    case 'call': {
      const plain = place(`${expression}(…)`, (options) => `${expression}(${before}${options});`);
      const [unimported] = setup.unimported?.names ?? [];
      if (unimported === undefined) return [plain];
      const [key] = setup.unimported?.keys ?? [];
      const marked = (options: string): string =>
        key ? options.replace(/^\{ ?/, `{ ${key}: x, `).replace(', }', ' }') : options;
      return [
        plain,
        place(`${unimported}(…) without import`, (options) => `${unimported}(${before}${marked(options)});`, ''),
      ];
    }
    case 'plugin':
      return [
        ...setup.methods.map((method) =>
          place(`app.${method}(${expression}, …)`, (options) => `app.${method}(${expression}, ${options});`),
        ),
        ...(setup.list
          ? [place(`a list to ${expression}`, (options) => `app.${setup.methods[0]}(${expression}, [${options}]);`)]
          : []),
      ];
    case 'typed':
      return [place(`const options: ${expression}`, (options) => `export const options: ${expression} = ${options};`)];
    case 'method': {
      const given = Array.from({ length: setup.options }, (_, index) =>
        index === setup.where?.argument ? JSON.stringify(setup.where.value) : "'sid'",
      );
      return setup.members.map((member) =>
        place(`${member}(…)`, (options) => `${member}(${[...given, options].join(', ')});`, ''),
      );
    }
    case 'object':
      return [
        place(
          `{ ${setup.plugin}: ${expression} }`,
          (options) => `export const plugin = { ${setup.plugin}: ${expression}, ${setup.options}: ${options} };`,
        ),
      ];
    case 'assign':
      return [];
  }
}

function configPlaces({ files, path }: Extract<Setup, { form: 'config' }>, attributes: Attributes): Rendered[] {
  const place = (name: string, write: (options: string) => string): Rendered[] =>
    files.map((file) => ({
      name: `${name} in ${file}`,
      filename: `${file}.ts`,
      attributes,
      source: (fact, value) => write(optionsText(fact.path, value)),
    }));
  const [first, ...rest] = path;
  return [
    ...place('export default', (options) => `export default ${optionsText(path, options)};`),
    ...place(
      'export default defineConfig(…)',
      (options) => `export default defineConfig(${optionsText(path, options)});`,
    ),
    ...(first === undefined
      ? []
      : place('module.exports', (options) => `module.exports.${first} = ${optionsText(rest, options)};`)),
  ];
}

function writePlaces(module: string, write: CookieWrite): Rendered[] {
  const [file] = write.within?.files ?? [];
  const [specifier] = write.within?.imports ?? [];
  const within = file === undefined && specifier !== undefined ? `import '${specifier}';\n` : '';
  const callees = [
    ...(write.members ?? []).map((member) => ({ head: within, expression: member.replace('*', 'sid') })),
    ...(write.exports ?? []).map((path) => loaded(module, path)),
    ...(write.unimported?.names ?? []).map((name) => ({ head: '', expression: name })),
  ];
  const assignments = (write.assigned ?? []).map((member): Rendered => {
    const cookie = member.replace('*', 'sid');
    return {
      name: `${cookie} =`,
      attributes: write.attributes,
      source: ({ path: [key] }, value) =>
        `${within}${cookie}.value = token;\n${value === undefined ? '' : `${cookie}.${key} = ${value};`}`,
    };
  });
  return [
    ...assignments,
    ...callees.flatMap(({ head, expression }) => {
      const given: string[] = [];
      if (write.name !== 'step') given[write.name] = "'sid'";
      if (write.value !== undefined) given[write.value] = 'value';
      // Arguments nobody asks about: the event, the context, the secret.
      for (let index = 0; index < write.options; index += 1)
        given[index] ??= write.unimported?.first[0] ?? `argument${index}`;
      const [needed] = write.onlyWith ?? [];
      const served = (options: string): string =>
        needed === undefined ? options : options.replace(/^\{ ?/, `{ ${needed}, `).replace(', }', ' }');
      const place = (name: string, argumentsOf: (options: string) => string): Rendered => ({
        name,
        ...(file === undefined ? {} : { filename: `${file}.ts` }),
        attributes: write.attributes,
        source: ({ path }, value) => `${head}${expression}(${argumentsOf(served(optionsText(path, value)))});`,
      });
      const one = (options: string): string => options.replace(/^\{ ?/, "{ name: 'sid', value, ").replace(', }', ' }');
      return [
        place(`${expression}(…)`, (options) => [...given.slice(0, write.options), options].join(', ')),
        place(`${expression}(…) without options`, (options) =>
          (options === '{}' ? given.slice(0, write.options) : [...given.slice(0, write.options), options]).join(', '),
        ),
        ...(write.object === undefined ? [] : [place(`${expression}({…})`, one)]),
      ];
    }),
  ];
}
