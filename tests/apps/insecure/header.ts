import { createServer } from 'node:http';
import { serialize } from 'cookie';

createServer((request, response) => {
  console.log(request.headers.cookie);
  response.setHeader('Set-Cookie', [
    `sid=${newSession()}; Path=/`,
    'auth=' + process.env.STRIPE_SECRET_KEY + '; HttpOnly; Secure; SameSite=Lax',
    serialize('__Host-session', newSession(), { domain: 'example.com', secure: true, httpOnly: true, sameSite: 'lax' }),
  ]);
  response.end();
}).listen(3000);
