import { redirect, type ActionFunctionArgs } from "react-router";
import { destroySession, getSession } from "../sessions.server.js";

export async function action({ request }: ActionFunctionArgs) {
  const session = await getSession(request.headers.get("Cookie"));
  return redirect("/", {
    headers: { "Set-Cookie": await destroySession(session) },
  });
}
