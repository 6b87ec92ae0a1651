import { redirect, type LoaderFunctionArgs } from "react-router";
import { page } from "../page.js";
import { getSession } from "../sessions.server.js";

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await getSession(request.headers.get("Cookie"));
  const accessToken = session.get("accessToken");
  if (!accessToken) {
    return redirect("/");
  }

  const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  const { owner, invoices } = (await response.json()) as { owner: string; invoices: unknown[] };
  return page(`<p id="mail">${invoices.length} mails for ${owner}.</p>`);
}
