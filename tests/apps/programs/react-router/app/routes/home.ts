import type { LoaderFunctionArgs } from "react-router";
import { page } from "../page.js";
import { commitSession, getSession } from "../sessions.server.js";

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await getSession(request.headers.get("Cookie"));
  const error = session.get("error");
  const headers = error ? { "Set-Cookie": await commitSession(session) } : undefined;

  if (!session.has("accessToken")) {
    return page(
      `${error ? `<p role="alert">${error}</p>` : ""}
      <form method="post" action="/login">
        <input name="name" aria-label="Name"> <input name="password" type="password" aria-label="Password">
        <button>Sign in</button>
      </form>`,
      headers,
    );
  }
  return page(
    `<p>Signed in.</p>
    <a href="/mail">Mail</a>
    <form method="post" action="/logout"><button>Sign out</button></form>`,
    headers,
  );
}
