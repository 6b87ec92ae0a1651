/** A whole page around its content. */
export function page(content: string, headers: HeadersInit = {}): Response {
  const html = `<!doctype html>\n<html lang="en">\n<title>Mailbox</title>\n<body>\n${content}\n</body>\n</html>\n`;
  return new Response(html, {
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
