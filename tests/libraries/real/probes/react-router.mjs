import { createFileSessionStorage } from '@react-router/node';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strong } from '../serve.mjs';

/** Visits with the functions every storage has. */
const visits = ({ getSession, commitSession }) => ({
  async visit({ cookie, act }) {
    const session = await getSession(cookie);
    await act(() => session);
    return [await commitSession(session)];
  },
});
const options = { cookie: { secrets: [strong] } };

export default {
  module: 'react-router',
  packages: ['react-router', '@remix-run/node'],
  places: {
    'createCookieSessionStorage()': {
      options,
      start: ({ createCookieSessionStorage }, options) => visits(createCookieSessionStorage(options)),
    },
    'createMemorySessionStorage()': {
      options,
      start: ({ createMemorySessionStorage }, options) => visits(createMemorySessionStorage(options)),
    },
    'createSessionStorage()': {
      options,
      proofs: Object.fromEntries(
        ['readData', 'updateData', 'deleteData'].map((method) => [
          `gives the id: ${method}`,
          async ({ createSessionStorage }) => {
            const given = [];
            const own = {
              createData: () => 'the-id',
              readData: () => ({ user: 'somebody' }),
              updateData: () => undefined,
              deleteData: () => undefined,
            };
            const asked = { [method]: (id) => (given.push(id), own[method](id)) };
            const { getSession, commitSession, destroySession } = createSessionStorage({
              ...options,
              ...own,
              ...asked,
            });
            const [cookie] = (await commitSession(await getSession())).split(';');
            const session = await getSession(cookie);
            session.set('user', 'somebody');
            await commitSession(session);
            await destroySession(session);
            return given.length > 0 && given.every((id) => id === 'the-id') ? undefined : `is given ${given.join()}`;
          },
        ]),
      ),
      start: ({ createSessionStorage }, options) => {
        const kept = new Map();
        const keep = (id, data) => (kept.set(id, data), id);
        return visits(
          createSessionStorage({
            ...options,
            createData: (data) => keep(String(kept.size), data),
            readData: (id) => kept.get(id) ?? null,
            updateData: keep,
            deleteData: (id) => kept.delete(id),
          }),
        );
      },
    },
    'createFileSessionStorage()': {
      packages: ['react-router'],
      options,
      start: (_library, options) => {
        const dir = mkdtempSync(join(tmpdir(), 'probe-'));
        return {
          ...visits(createFileSessionStorage({ dir, ...options })),
          close: () => rmSync(dir, { recursive: true }),
        };
      },
    },
    'createCookie()': {
      options: { secrets: [strong] },
      start: ({ createCookie }, options) => ({
        visit: async () => [await createCookie('sid', options).serialize('value')],
      }),
    },
  },
};
