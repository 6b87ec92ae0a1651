import { describe, expect, it } from 'vitest';
import { endsIn } from '../../../src/model/file/member-chain';
import { inFile, probedIn } from '../../support/probe';

const isSession = (code: string): boolean =>
  inFile(code, (file) => endsIn(probedIn(file)[0]!, ['req', 'session'], file.sourceCode));

describe('endsIn', () => {
  it.each([
    'probe(req.session)',
    "probe(req['session'])",
    'probe(this.req.session)',
    'probe(ctx.req!.session as any)',
    'probe(req?.session)',
    'const s = req.session; probe(s)',
    'const { session } = req; probe(session)',
    'const { session: s } = this.req; probe(s)',
    'const { req: { session } } = ctx; probe(session)',
    'const r = ctx.req; const { session } = r; probe(session)',
    'function f(req) { probe(req.session) }',
    'const req = context.switchToHttp().getRequest(); probe(req.session)',
    'const f = ({ session }, res) => probe(session)',
    'async ({ session }, reply) => probe(session)',
    "app.get('/orders', async ({ session }) => probe(session))",
    'router.post(`/orders`, check, ({ session }) => { probe(session) })',
    'const f = ({ req }) => probe(req.session)',
    'const f = (parent, args, { req, res }) => probe(req.session)',
    'const f = ({ ctx: { req } }) => probe(req.session)',
    'const f = ({ ctx: { req: { session } } }) => probe(session)',
    'const { ctx: { req: { session } } } = x; probe(session)',
  ])('%s', (code) => expect(isSession(code)).toBe(true));

  it.each([
    'probe(session)',
    'probe(req.sessions)',
    'probe(request.session)',
    'probe(req[session])',
    'probe(req.session.user)',
    'function f(session) { probe(session) }',
    'const f = ({ session }) => probe(session)',
    'const f = ({ session }, options) => probe(session)',
    "cache.get('orders', ({ session }) => probe(session))",
    "app.on('/orders', ({ session }) => probe(session))",
    'each(({ session }) => probe(session))',
    'const f = (a, { session }) => probe(session)',
    'const f = ({ request: { session } }) => probe(session)',
    'const { ...session } = req; probe(session)',
    "import req from 'm'; probe(req.session)",
    "const req = require('m'); const { session } = req; probe(session)",
    'const req = { session: {} }; probe(req.session)',
    'const req = new Fake(); probe(req.session)',
    'function req() {} probe(req.session)',
    'class req {} probe(req.session)',
    'let s = req.session; s = {}; probe(s)',
    'const a = b.c; const b = a.d; probe(a)',
  ])('not %s', (code) => expect(isSession(code)).toBe(false));

  it('sees through fluent calls when asked to', () => {
    const ask = (code: string, isFluent: boolean) =>
      inFile(code, (file) => endsIn(probedIn(file)[0]!, ['res', 'cookie'], file.sourceCode, { isFluent }));
    expect(ask('probe(res.status(200).type("x").cookie)', true)).toBe(true);
    expect(ask('probe(res.status(200).cookie)', false)).toBe(false);
    expect(ask('probe(other.status(200).cookie)', true)).toBe(false);
  });
});
