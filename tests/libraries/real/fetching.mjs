// What probes of frameworks that take a `Request` and answer a `Response` share.

/**
 * Visits a function of `Request` to `Response`. `make` is given `visited`, to be called in each request with a way to
 * the session.
 * @returns {Promise<import('./probe').App>}
 */
export async function fetching(make) {
  let running;
  let failed;
  const visited = async (session) => {
    await running.act(session);
  };
  /** For what is thrown where the framework would only answer 500. */
  const failing = (error) => {
    failed = error;
  };
  const fetch = await make(visited, failing);
  return {
    async visit(visit) {
      running = visit;
      failed = undefined;
      const url = `${visit.https ? 'https' : 'http'}://probe.test/probe/page`;
      const response = await fetch(
        new Request(url, { headers: { ...visit.headers, ...(visit.cookie ? { cookie: visit.cookie } : {}) } }),
      );
      if (failed) throw failed;
      if (response.status >= 400) throw new Error(`${response.status}: ${(await response.text()).slice(0, 300)}`);
      return response.headers.getSetCookie();
    },
  };
}
