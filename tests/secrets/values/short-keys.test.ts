import { describe, expect, it } from 'vitest';
import { secretFormats } from '../../../src/secrets/formats';
import { shortKeyOf, shortKeys } from '../../../src/secrets/values/short-keys';

describe('shortKeyOf', () => {
  it.each([
    ['sk_live_abc123xyz', 'stripe-secret-live'],
    ['sk_live_abcdefgh', 'stripe-secret-live'],
    ['sk_live_123456', 'stripe-secret-live'],
    ['sk_test_abc123', 'stripe-secret-test'],
    ['sk_test_4eC39HqLyj', 'stripe-secret-test'],
    ['rk_live_abc123', 'stripe-restricted'],
    ['whsec_abc123', 'standard-webhooks-secret'],
    ['ghp_abc123', 'github-pat-classic'],
    ['gho_abcdefgh', 'github-oauth'],
    ['github_pat_11ABC_22def', 'github-pat-fine'],
    ['glpat-abc123xyz', 'gitlab-pat'],
    ['xoxb-123456-abcdef', 'slack-bot-token'],
    ['xoxp-1234', undefined],
    ['shpat_abc123', 'shopify-token'],
    ['AKIA1234ABCD', 'aws-access-key-id'],
    ['AIzaSyA1b2C3d4', 'google-api-key'],
    ['ya29.a0AfH6SMBx', 'google-oauth-access-token'],
    ['GOCSPX-abc123', 'google-oauth-client-secret'],
    ['sk-proj-abc123xyz', 'openai-project-key'],
    ['sk-ant-api03-abc123xyz', 'anthropic-api-key'],
    ['hvs.CAESIJabc123', 'vault-token'],
    ['hf_aB3dE5gH7jK9mN1pQ', 'huggingface-token'],
    ['SG.aB3dE5gH7jK9mN1pQ.xyz', 'sendgrid-key'],
    ['dckr_pat_abc123', 'docker-token'],
  ])('%s: %s', (text, id) => {
    expect(shortKeyOf(text)).toBe(id);
  });

  it.each([
    // Too short, not to the end, or not of the key's characters.
    'sk_live_',
    'sk_live_abc',
    'sk_live_abc123 xyz',
    ' sk_live_abc123xyz',
    'sk_live_abc123xyz ',
    'sk_live_abc-123',
    'key: sk_live_abc123xyz',
    'SK_LIVE_abc123xyz',
    'sk_live_äöüäöü',
    'shpat_xyzxyz',
    'ghp_my_token_1',
    // Public.
    'pk_live_abc123xyz',
    'pk_test_abc123xyz',
    'sb_publishable_abc123xyz',
    'phc_abc123xyz',
    // Words that begin like a key.
    'sk_button_primary',
    'sk_test_button',
    'sk_test_button2',
    'sk_test_step',
    'sk-button',
    'sk-proj-management-app',
    'sk-proj-report-2024',
    'glpat-not-a-real-token',
    'xoxb-not-a-real-token',
    'xapp-android',
    'npm_package_json',
    'npm_install',
    'hf_model2',
    'r8_racing',
    'gsk_pharma',
    'pplx-7b-online',
    'SG.Widget',
    'SG.01.02.03',
    'pi_3abc123xyz',
    'key-abc123xyz',
    'key_abc123xyz',
    'live_abc123xyz',
    'test_abc123xyz',
    'secret_abc123xyz',
    're_abc123xyz',
    'pat123abc',
    'api-abc123xyz',
    'AKIAMORTGAGE',
    'AIzaWorld',
    'ASIA2024Q1X',
    'tskey-name',
    'napi_v8_status',
    'hvs.example',
    'ops_eyJ',
    // Placeholders.
    'sk_live_xxxxxxxxx',
    'sk_live_xxxx1234',
    'sk_live_YOURKEYHERE',
    'ghp_example123',
    'xoxb-your-token-123',
    'glpat-xxxx-1234',
    'whsec_placeholder1',
    'sk_live_...',
    'sk_live_***',
    // Odd.
    '',
    'a',
    '\ud800',
    '__proto__',
    'constructor',
    `sk_live_${'a1'.repeat(500)}`,
  ])('is silent on %j', (text) => {
    expect(shortKeyOf(text)).toBeUndefined();
  });

  it('begins as the formats of the same name do', () => {
    const own = new Map<string, string[]>();
    for (const [id, , , ...prefixes] of shortKeys) own.set(id, [...(own.get(id) ?? []), ...prefixes]);
    const others: Record<string, string[]> = {};
    for (const [id, prefixes] of own) {
      const all = secretFormats.find((format) => format.id === id)?.prefixes ?? [];
      expect([id, prefixes.filter((prefix) => !all.includes(prefix))]).toEqual([id, []]);
      if (prefixes.length !== all.length) others[id] = all.filter((prefix) => !prefixes.includes(prefix));
    }
    // Left out on purpose: too short a word, or too rare, to say much alone.
    expect(others).toEqual({
      'aws-access-key-id': ['ASIA', 'ABIA', 'ACCA'],
      'figma-token': ['figp_', 'figo_'],
      'gitlab-typed-token': ['glagent-', 'glrtr-'],
      'huggingface-token': ['api_org_'],
      'openai-project-key': ['sk-service-'],
      'polar-token': ['polar_at_'],
      'slack-user-token': ['xoxe-', 'xoxo-'],
    });
  });

  it('speaks of reportable formats only', () => {
    const found = ['sk_live_abc123', 'ghp_abc123', 'xkeysib-abc123'].map(shortKeyOf);
    for (const id of found) {
      expect(secretFormats.find((format) => format.id === id)?.sensitivity).toBe('secret');
    }
  });
});
