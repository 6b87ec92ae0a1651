import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createStaticHandler } from "react-router";
import * as home from "./routes/home.js";
import * as login from "./routes/login.js";
import * as logout from "./routes/logout.js";
import * as mail from "./routes/mail.js";

const handler = createStaticHandler([
  { path: "/", loader: home.loader },
  { path: "/login", action: login.action },
  { path: "/logout", action: logout.action },
  { path: "/mail", loader: mail.loader },
]);

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", headers } = incoming;
  return new Request(new URL(incoming.url ?? "/", `http://${headers.host}`), {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ...(method === "GET" ? {} : { body: await buffer(incoming) }),
  });
}

async function answer(request: Request): Promise<Response> {
  try {
    return (await handler.queryRoute(request)) as Response;
  } catch (error) {
    if (error instanceof Response) return error;
    return new Response("Unexpected Server Error", { status: 500 });
  }
}

const server = createServer(async (incoming, outgoing) => {
  const response = await answer(await requestOf(incoming));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

server.listen(Number(process.env.PORT ?? 3000), "127.0.0.1", () => {
  console.log(`Listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
