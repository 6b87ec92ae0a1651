import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownEnvironment } from './host';

const modules = join(__dirname, '../../node_modules');
const serverModule = join(modules, 'vscode-langservers-extracted/bin/vscode-eslint-language-server');

interface Position {
  line: number;
  character: number;
}

interface Range {
  start: Position;
  end: Position;
}

/** A squiggle. */
export interface Diagnostic {
  range: Range;
  severity: number;
  code: string;
  codeDescription?: { href: string };
  message: string;
}

/** An entry of the light bulb. */
export interface CodeAction {
  title: string;
  kind?: string;
  edit?: WorkspaceEdit;
  command?: { command: string; arguments?: unknown[] };
}

interface TextEdit {
  range: Range;
  newText: string;
}

interface WorkspaceEdit {
  changes?: Record<string, TextEdit[]>;
  documentChanges?: { edits?: TextEdit[] }[];
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** One file, opened in an editor. */
export interface Editor {
  diagnostics(): Promise<Diagnostic[]>;
  actionsFor(diagnostic: Diagnostic): Promise<CodeAction[]>;
  /** Does what the entry offers, and tells the text that is there afterwards. */
  choose(action: CodeAction): Promise<string>;
  /** Pages the server asked to show. */
  readonly shown: readonly string[];
  close(): void;
}

/**
 * Opens a file the way VS Code does: by the ESLint language server, with the ESLint that the folder has installed.
 * `eslintSettings` are those a user writes as `eslint.…`.
 */
export async function openInEditor(folder: string, file: string, eslintSettings: object = {}): Promise<Editor> {
  const uri = pathToFileURL(join(folder, file)).href;
  const workspaceFolder = { uri: pathToFileURL(folder).href, name: basename(folder) };
  const settings = {
    validate: 'on',
    packageManager: 'npm',
    run: 'onType',
    nodePath: null,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    format: false,
    problems: { shortenToSingleLine: false },
    experimental: {},
    codeActionOnSave: { mode: 'all' },
    codeAction: {
      disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
      showDocumentation: { enable: true },
    },
    workspaceFolder,
    ...eslintSettings,
  };

  let text = readFileSync(join(folder, file), 'utf8');
  let version = 1;
  const shown: string[] = [];
  const answers: Record<string, (params: any) => unknown> = {
    'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => settings),
    'workspace/workspaceFolders': () => [workspaceFolder],
    'workspace/applyEdit': ({ edit }: { edit: WorkspaceEdit }) => {
      text = applied(text, edit);
      return { applied: true };
    },
    'eslint/openDoc': ({ url }: { url: string }) => {
      shown.push(url);
      return {};
    },
  };
  const server = connect(folder, (method, params) => answers[method]?.(params) ?? null);

  await server.request('initialize', {
    processId: process.pid,
    rootUri: workspaceFolder.uri,
    workspaceFolders: [workspaceFolder],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        applyEdit: true,
        workspaceEdit: { documentChanges: true },
      },
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, dataSupport: true },
      },
    },
  });
  server.notify('initialized', {});
  server.notify('workspace/didChangeConfiguration', { settings: {} });
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'javascript', version, text } });

  return {
    shown,
    async diagnostics() {
      const report = await server.request('textDocument/diagnostic', { textDocument: { uri } });
      return (report as { items?: Diagnostic[] }).items ?? [];
    },
    async actionsFor(diagnostic) {
      const context = { diagnostics: [diagnostic], triggerKind: 1 };
      const actions = await server.request('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context,
      });
      return (actions as CodeAction[] | null) ?? [];
    },
    async choose({ edit, command }) {
      if (edit) text = applied(text, edit);
      if (command) await server.request('workspace/executeCommand', command);
      version += 1;
      server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
      return text;
    },
    close: server.close,
  };
}

/** Speaks JSON-RPC with a server process; `answer` is asked for what the server wants to know. */
function connect(cwd: string, answer: (method: string, params: unknown) => unknown) {
  const child = spawn(process.execPath, [serverModule, '--stdio'], { cwd, env: ownEnvironment() });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let received = Buffer.alloc(0);
  let errors = '';
  let lastId = 0;

  const send = (message: Message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = ({ id, method, params, result, error }: Message) => {
    if (method !== undefined) {
      const answered = answer(method, params);
      if (id !== undefined) send({ id, result: answered });
      return;
    }
    const request = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error) request?.reject(new Error(error.message));
    else request?.resolve(result);
  };

  child.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (let end = received.indexOf('\r\n\r\n'); end >= 0; end = received.indexOf('\r\n\r\n')) {
      const start = end + 4;
      const length = Number(/Content-Length: *(\d+)/i.exec(received.toString('latin1', 0, end))?.[1]);
      if (received.length < start + length) return;
      const message = JSON.parse(received.toString('utf8', start, start + length)) as Message;
      received = received.subarray(start + length);
      receive(message);
    }
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the language server ended with ${code}: ${errors}`));
  });

  return {
    request: (method: string, params: unknown) =>
      new Promise<unknown>((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ id: lastId, method, params });
      }),
    notify: (method: string, params: unknown) => send({ method, params }),
    close: () => void child.kill(),
  };
}

function applied(text: string, { changes = {}, documentChanges = [] }: WorkspaceEdit): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character);
  const edits = [...Object.values(changes).flat(), ...documentChanges.flatMap((change) => change.edits ?? [])];
  return edits
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((result, { range, newText }) => {
      return result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end));
    }, text);
}
