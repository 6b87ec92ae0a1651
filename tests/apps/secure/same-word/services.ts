import { Session } from '@shopify/shopify-api';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import OpenAI from 'openai';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function checkout(priceId: string) {
  const session = await stripe.checkout.sessions.create({ mode: 'payment', line_items: [{ price: priceId, quantity: 1 }] });
  session.client_secret = null;
  return { id: session.id, url: session.url, clientSecret: session.client_secret };
}

export function offlineSession(shop: string, accessToken: string): Session {
  const session = new Session({ id: `offline_${shop}`, shop, state: '', isOnline: false, accessToken });
  session.accessToken = accessToken;
  session.scope = 'read_products';
  return session;
}

export async function temporaryCredentials(roleArn: string) {
  const sts = new STSClient({});
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'deploy' }));
  const session = {
    accessKeyId: Credentials?.AccessKeyId,
    secretAccessKey: Credentials?.SecretAccessKey,
    sessionToken: Credentials?.SessionToken,
  };
  return session;
}

export async function realtime() {
  const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
  const session = await openai.beta.realtime.sessions.create({ model: 'gpt-realtime' });
  return session.client_secret.value;
}
