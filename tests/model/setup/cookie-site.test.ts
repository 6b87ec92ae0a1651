import { expect, it } from 'vitest';
import { readers } from '../../../src/model/setup/cookie-site';
import { inFile, probedIn } from '../../support/probe';

const acme = { library: { module: '@acme/session', readFrom: '1' }, module: '@acme/session' };

it('reads attributes by their facts and secrets from where each is given', () => {
  const answers = inFile("probe('first', { secure: false, key: 'second' })", (file) => {
    const given = probedIn(file);
    const facts = {
      attributes: { secure: { path: ['secure'] } },
      secrets: [{ path: ['key'] }, { path: [], argument: 0 }, { path: [], argument: 2 }],
    };
    const { attributes, read, secrets } = readers(facts, acme, given[1] ?? null, given, file);
    return {
      attributes,
      secure: read('secure')?.state,
      again: read('secure') === read('secure'),
      domain: read('domain'),
      secrets: secrets().map(({ node, reading }) => (node ? file.sourceCode.getText(node) : reading.state)),
    };
  });
  expect(answers).toEqual({
    attributes: { secure: { path: ['secure'] } },
    secure: 'set',
    again: true,
    domain: null,
    secrets: ["'second'", "'first'", 'absent'],
  });
});

it('knows nothing without facts', () => {
  const { attributes, secrets } = inFile('probe()', (file) => readers({}, acme, null, [], file));
  expect([attributes, secrets()]).toEqual([{}, []]);
});
