import { expect, it } from 'vitest';
import { placeOf } from './stores.mjs';

interface ExpressSession {
  MemoryStore: new () => { sessions: Record<string, string> };
}

const memory = ({ MemoryStore }: ExpressSession) => {
  const store = new MemoryStore();
  return { open: () => store, text: () => JSON.stringify(store.sessions) };
};

/** What a proof says of a store. */
const said = (fact: string, make: (library: unknown, session: ExpressSession) => ReturnType<typeof memory>): unknown =>
  placeOf(make, { secret: {} }).proofs[fact]?.({} as never, '');

it('a store that keeps sessions in clear text is one', async () => {
  expect(await said('keeps sessions', (_, session) => memory(session))).toBeUndefined();
  expect(await said('clear text', (_, session) => memory(session))).toBeUndefined();
});

it('a store that another program finds empty is found', async () => {
  const forgets = (_: unknown, { MemoryStore }: ExpressSession) => ({ open: () => new MemoryStore(), text: () => '' });
  expect(await said('keeps sessions', forgets)).toContain('read back undefined');
});

it('a store that is not in clear text is found', async () => {
  const encodes = (_: unknown, session: ExpressSession) => {
    const { open, text } = memory(session);
    return { open, text: () => Buffer.from(text()).toString('base64') };
  };
  expect(await said('clear text', encodes)).toContain('kept as ');
});

it('a secret that does not encrypt is found', async () => {
  expect(await said('encrypts with secret', (_, session) => memory(session))).toContain('words that a store keeps');
});

it('what is kept is taken away, whatever is found', async () => {
  let isClosed = false;
  const fails = (_: unknown, session: ExpressSession) => ({
    ...memory(session),
    text: () => {
      throw new Error('no text');
    },
    close: () => (isClosed = true),
  });
  await expect(said('clear text', fails)).rejects.toThrow('no text');
  expect(isClosed).toBe(true);
});
