import secureSession from '@fastify/secure-session';
import Fastify from 'fastify';
import { newsletters } from './newsletters.js';
import { settings } from './settings.js';

declare module '@fastify/secure-session' {
  interface SessionData {
    user: string;
    /** Of the service that sends the mails. */
    mailApiKey: string;
  }
}

const app = Fastify();

app.register(secureSession, {
  cookieName: 'newsletter',
  key: Buffer.from(process.env.SESSION_KEY ?? '', 'hex'),
  expiry: 24 * 60 * 60,
  cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: process.env.NODE_ENV === 'production' },
});
app.register(settings);
app.register(newsletters);

const address = await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
console.log(`Listening on ${address}`);
