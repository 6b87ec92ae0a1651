'use strict';

/** The company whose API this application uses in its users' name. */
function providerUrl() {
  return process.env.PROVIDER_URL;
}

async function requestToken(name) {
  const response = await fetch(`${providerUrl()}/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  if (!response.ok) {
    throw new Error(`The provider answered ${response.status}.`);
  }
  return response.json();
}

module.exports = { providerUrl, requestToken };
