import request from 'supertest';
import session from 'supertest-session';
import { app } from '../app.js';

describe('the login', () => {
  let testSession = session(app);

  beforeEach(() => {
    testSession = session(app);
    testSession.cookies = [];
  });

  it('asks for a password', async () => {
    await testSession.post('/login').send({ password: 'wrong' }).expect(401);
    const agent = request.agent(app);
    const { headers } = await agent.get('/me');
    expect(headers['set-cookie']).toBeUndefined();
  });
});
