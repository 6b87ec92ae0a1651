import express from 'express';
import type { AddressInfo } from 'node:net';
import { charts } from './charts';
import { login } from './login';

const app = express();

app.use(express.json());
app.use('/api', login, charts);

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
