import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { relativePath } from '../../../src/model/project/relative-path';

it.each([
  ['beside', posix, '/app/options.js', '/app/server.js', './options.js'],
  ['below', posix, '/app/config/session.js', '/app/server.js', './config/session.js'],
  ['above', posix, '/app/options.js', '/app/routes/login.js', '../options.js'],
  ['in a hidden folder', posix, '/app/.config/session.js', '/app/server.js', './.config/session.js'],
  ['beside, on Windows', win32, String.raw`C:\app\options.js`, String.raw`C:\app\server.js`, './options.js'],
  ['above, on Windows', win32, String.raw`C:\app\lib\o.js`, String.raw`C:\app\routes\login.js`, '../lib/o.js'],
  ['on another drive', win32, String.raw`D:\shared\options.js`, String.raw`C:\app\server.js`, 'D:/shared/options.js'],
])('writes the path of a file that is %s', (_place, path, to, from, expected) => {
  expect(relativePath(to, from, path)).toBe(expected);
});
