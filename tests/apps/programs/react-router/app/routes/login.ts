import { redirect, type ActionFunctionArgs } from "react-router";
import { commitSession, getSession } from "../sessions.server.js";

export async function action({ request }: ActionFunctionArgs) {
  const session = await getSession(request.headers.get("Cookie"));
  const form = await request.formData();
  const name = String(form.get("name"));

  const response = await fetch(`${process.env.PROVIDER_URL}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      username: name,
      password: String(form.get("password")),
    }),
  });

  if (!response.ok) {
    session.flash("error", "Unknown user or wrong password.");
    return redirect("/", {
      headers: { "Set-Cookie": await commitSession(session) },
    });
  }

  const tokens = (await response.json()) as { access_token: string };
  session.set("user", name);
  session.set("accessToken", tokens.access_token);
  return redirect("/", {
    headers: { "Set-Cookie": await commitSession(session) },
  });
}
