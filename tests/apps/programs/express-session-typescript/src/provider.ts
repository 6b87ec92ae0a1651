export interface Tokens {
  access_token: string;
  refresh_token: string;
  expires_in: number;
}

/** Asks the provider's token endpoint; nothing if it refuses. */
export async function requestTokens(parameters: Record<string, string>): Promise<Tokens | undefined> {
  const body = new URLSearchParams(parameters);
  const response = await fetch(`${process.env.PROVIDER_URL}/token`, { method: 'POST', body });
  return response.ok ? ((await response.json()) as Tokens) : undefined;
}

export async function listInvoices(accessToken: string): Promise<unknown[]> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const response = await fetch(`${process.env.PROVIDER_URL}/invoices`, { headers });
  if (!response.ok) throw new Error(`The provider answers ${response.status}.`);
  return ((await response.json()) as { invoices: unknown[] }).invoices;
}
