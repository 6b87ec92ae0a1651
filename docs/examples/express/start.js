'use strict';

const app = require('./app');
const { startProvider } = require('./provider-stub');

async function start() {
  process.env.PROVIDER_URL ??= (await startProvider()).url;

  const server = app.listen(process.env.PORT || 3000, '127.0.0.1', (error) => {
    if (error) {
      throw error;
    }
    console.log(`Listening on http://127.0.0.1:${server.address().port}`);
  });
}

start();
