import type { AttributeFact, Attributes, CookieWrite, ExportPath, Library, Setup } from '../../src/libraries/types';

/** A place where a library is told about a cookie, written from its facts. */
export interface Rendered {
  name: string;
  attributes: Attributes;
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
  const { head, expression } = loaded(module, setup.export);
  const place = (name: string, write: (options: string) => string, before = head): Rendered => ({
    name,
    attributes,
    source: ({ path }, value) => before + write(optionsText(path, value)),
  });
  switch (setup.form) {
    case 'call': {
      const index = typeof setup.options === 'number' ? setup.options : 0;
      const before = Array.from({ length: index }, (_, n) => `argument${n}, `).join('');
      const plain = place(`${expression}(…)`, (options) => `${expression}(${before}${options});`);
      const [unimported] = setup.unimported?.names ?? [];
      if (unimported === undefined) return [plain];
      const [key] = setup.unimported?.keys ?? [];
      const marked = (options: string): string =>
        key ? options.replace(/^\{ ?/, `{ ${key}: x, `).replace(', }', ' }') : options;
      return [plain, place(`${unimported}(…) without import`, (options) => `${unimported}(${marked(options)});`, '')];
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
    case 'assign':
      return [];
  }
}

function writePlaces(module: string, write: CookieWrite): Rendered[] {
  const callees = [
    ...(write.members ?? []).map((member) => ({ head: '', expression: member })),
    ...(write.exports ?? []).map((path) => loaded(module, path)),
  ];
  return callees.flatMap(({ head, expression }) => {
    const given: string[] = [];
    given[write.name] = "'sid'";
    if (write.value !== undefined) given[write.value] = 'value';
    const place = (name: string, argumentsOf: (options: string) => string): Rendered => ({
      name,
      attributes: write.attributes,
      source: ({ path }, value) => `${head}${expression}(${argumentsOf(optionsText(path, value))});`,
    });
    const one = (options: string): string => options.replace(/^\{ ?/, "{ name: 'sid', value, ").replace(', }', ' }');
    return [
      place(`${expression}(…)`, (options) => [...given.slice(0, write.options), options].join(', ')),
      place(`${expression}(…) without options`, (options) =>
        (options === '{}' ? given.slice(0, write.options) : [...given.slice(0, write.options), options]).join(', '),
      ),
      ...(write.object === undefined ? [] : [place(`${expression}({…})`, one)]),
    ];
  });
}
