'use strict';

/** Starts the program in this folder, sends it some requests as one visitor, and prints what it answers. */
const app = require('./app.js');

const server = app.listen(0, '127.0.0.1', async () => {
  const cookies = new Map();
  const answers = [];
  for (const path of JSON.parse(process.argv[2])) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = `http://127.0.0.1:${server.address().port}${path}`;
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    answers.push(`${response.status} ${await response.text()}`);
  }
  console.log(JSON.stringify(answers));
  process.exit();
});
