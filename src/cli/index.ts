#!/usr/bin/env node
import { run } from './run';

void Promise.resolve(
  run(process.argv.slice(2), {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }),
).then((code) => {
  process.exitCode = code;
});
