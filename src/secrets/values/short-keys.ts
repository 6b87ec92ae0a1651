import { characterClass, classChanges } from '../character-class';
import { isPlaceholder } from './placeholder';

/** What the key consists of behind its prefix. */
type Body = 'alnum' | 'hex' | 'upper' | 'url' | 'b64' | 'dotted';

/**
 * How much the prefix itself says. `sure`: nothing else begins like this. `fair`: a name could, so the body must look
 * like a key. `weak`: short enough for an ordinary word, so the body must also be long.
 */
type Strength = 'sure' | 'fair' | 'weak';

type ShortKey = readonly [formatId: string, strength: Strength, body: Body, ...prefixes: string[]];

/**
 * Prefixes that show a key even when it is cut short, as in examples and tests. Not among them, on purpose: words and
 * abbreviations that begin ordinary values (`key-`, `api-`, `secret_`, `live_`, `pi_`, `pk_`, `re_`, `pat`).
 */
export const shortKeys: readonly ShortKey[] = [
  ['stripe-secret-live', 'sure', 'alnum', 'sk_live_'],
  ['stripe-secret-test', 'fair', 'alnum', 'sk_test_'],
  ['stripe-restricted', 'sure', 'alnum', 'rk_live_'],
  ['stripe-restricted', 'fair', 'alnum', 'rk_test_', 'rk_prod_'],
  ['standard-webhooks-secret', 'sure', 'b64', 'whsec_'],
  ['square-access-token', 'sure', 'url', 'sq0atp-'],
  ['square-oauth-secret', 'sure', 'url', 'sq0csp-'],
  ['shopify-token', 'sure', 'hex', 'shpat_', 'shpca_', 'shppa_', 'shpss_'],
  ['shippo-token', 'sure', 'hex', 'shippo_live_', 'shippo_test_'],
  ['flutterwave-secret', 'fair', 'alnum', 'FLWSECK-', 'FLWSECK_TEST-'],
  ['paddle-api-key', 'sure', 'alnum', 'pdl_live_apikey_', 'pdl_sdbx_apikey_'],
  ['polar-token', 'fair', 'url', 'polar_oat_', 'polar_pat_'],
  ['duffel-token', 'fair', 'url', 'duffel_live_', 'duffel_test_'],
  ['ramp-client-secret', 'fair', 'alnum', 'ramp_sec_'],
  ['aws-access-key-id', 'fair', 'upper', 'AKIA'],
  ['google-api-key', 'fair', 'url', 'AIza'],
  ['google-oauth-client-secret', 'sure', 'url', 'GOCSPX-'],
  ['google-oauth-access-token', 'sure', 'dotted', 'ya29.'],
  ['digitalocean-token', 'sure', 'hex', 'dop_v1_', 'doo_v1_', 'dor_v1_'],
  ['heroku-api-key', 'fair', 'url', 'HRKU-'],
  ['vault-token', 'fair', 'url', 'hvs.', 'hvb.', 'hvr.'],
  ['onepassword-service-account', 'fair', 'url', 'ops_eyJ'],
  ['age-secret-key', 'sure', 'upper', 'AGE-SECRET-KEY-1'],
  ['tailscale-key', 'fair', 'url', 'tskey-'],
  ['supabase-secret-key', 'fair', 'url', 'sb_secret_'],
  ['supabase-management-token', 'weak', 'hex', 'sbp_'],
  ['planetscale-token', 'fair', 'dotted', 'pscale_tkn_', 'pscale_oauth_', 'pscale_pw_'],
  ['neon-api-key', 'weak', 'alnum', 'napi_'],
  ['mongodb-atlas-sa', 'fair', 'url', 'mdb_sa_sk_'],
  ['github-pat-classic', 'sure', 'alnum', 'ghp_'],
  ['github-oauth', 'sure', 'alnum', 'gho_'],
  ['github-app-token', 'sure', 'alnum', 'ghu_', 'ghs_'],
  ['github-refresh', 'sure', 'alnum', 'ghr_'],
  ['github-pat-fine', 'sure', 'url', 'github_pat_'],
  ['gitlab-pat', 'sure', 'url', 'glpat-'],
  ['gitlab-typed-token', 'fair', 'url', 'gldt-', 'glrt-', 'glft-', 'glsoat-', 'glimt-', 'glffct-', 'gloas-'],
  ['gitlab-ci-job', 'fair', 'url', 'glcbt-'],
  ['gitlab-trigger', 'sure', 'hex', 'glptt-'],
  ['atlassian-api-token', 'sure', 'url', 'ATATT3xFfG', 'ATCTT3xFfG'],
  ['npm-token', 'weak', 'alnum', 'npm_'],
  ['pypi-token', 'sure', 'url', 'pypi-AgEIcHlwaS5vcmc'],
  ['docker-token', 'sure', 'url', 'dckr_pat_', 'dckr_oat_'],
  ['openai-project-key', 'fair', 'url', 'sk-proj-', 'sk-svcacct-', 'sk-admin-'],
  ['anthropic-api-key', 'fair', 'url', 'sk-ant-api'],
  ['anthropic-admin-key', 'fair', 'url', 'sk-ant-admin'],
  ['anthropic-oauth-token', 'fair', 'url', 'sk-ant-oat', 'sk-ant-ort', 'sk-ant-sid'],
  ['openrouter-key', 'sure', 'hex', 'sk-or-v1-'],
  ['huggingface-token', 'weak', 'alnum', 'hf_'],
  ['groq-key', 'weak', 'alnum', 'gsk_'],
  ['replicate-token', 'weak', 'alnum', 'r8_'],
  ['perplexity-key', 'weak', 'alnum', 'pplx-'],
  ['nvidia-key', 'fair', 'url', 'nvapi-'],
  ['pinecone-key', 'fair', 'url', 'pcsk_'],
  ['langsmith-key', 'fair', 'url', 'lsv2_pt_', 'lsv2_sk_'],
  ['tavily-key', 'fair', 'url', 'tvly-'],
  ['slack-bot-token', 'sure', 'url', 'xoxb-'],
  ['slack-user-token', 'sure', 'url', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-'],
  ['slack-config-token', 'sure', 'url', 'xoxe.xoxp-', 'xoxe.xoxb-'],
  ['slack-app-token', 'fair', 'url', 'xapp-'],
  ['slack-session', 'sure', 'url', 'xoxc-', 'xoxd-'],
  ['sendgrid-key', 'weak', 'dotted', 'SG.'],
  ['brevo-key', 'sure', 'url', 'xkeysib-', 'xsmtpsib-'],
  ['sentry-user-token', 'sure', 'hex', 'sntryu_'],
  ['sentry-org-token', 'fair', 'b64', 'sntrys_eyJ'],
  ['newrelic-user-key', 'fair', 'upper', 'NRAK-'],
  ['grafana-sa-token', 'fair', 'url', 'glsa_'],
  ['linear-key', 'fair', 'alnum', 'lin_api_', 'lin_oauth_'],
  ['notion-token', 'weak', 'alnum', 'ntn_'],
  ['figma-token', 'fair', 'url', 'figd_'],
  ['contentful-pat', 'fair', 'url', 'CFPAT-'],
  ['hubspot-private-app', 'fair', 'url', 'pat-na1-', 'pat-na2-', 'pat-eu1-'],
  ['apify-token', 'fair', 'alnum', 'apify_api_'],
];

const prefixes = shortKeys.flatMap(([id, strength, body, ...list]) =>
  list.map((prefix) => ({ prefix, id, strength, body })),
);

/** By their first character: hardly any text begins with one of these. */
const prefixesAt = new Map(
  [...new Set(prefixes.map(({ prefix }) => prefix.charAt(0)))].map((first) => [
    first,
    prefixes.filter(({ prefix }) => prefix.startsWith(first)),
  ]),
);

const shortest: Readonly<Record<Strength, number>> = { sure: 6, fair: 6, weak: 16 };
/** A key that is longer than this is complete, or it is none. */
const longest = 400;

const punctuation: Readonly<Record<Body, string>> = {
  alnum: '',
  hex: '',
  upper: '',
  url: '_-',
  b64: '+/=',
  dotted: '._-',
};

function isBodyCharacter(character: string, body: Body): boolean {
  const kind = characterClass(character);
  if (kind === 'other') return punctuation[body].includes(character);
  if (body === 'upper') return kind !== 'lower';
  if (body === 'hex') return kind === 'digit' || character.toLowerCase() <= 'f';
  return true;
}

/** `sure` prefixes accept a plain word (`ghp_abcdefgh`), but none accepts words in a row (`glpat-not-a-real-token`). */
function isConvincing(body: string, strength: Strength): boolean {
  const characters = Array.from(body, characterClass);
  const digits = characters.filter((character) => character === 'digit').length;
  const isOnePiece = !characters.includes('other');
  if (strength === 'sure') return digits > 0 || isOnePiece;
  if (strength === 'fair') return digits > 0 && (classChanges(body) >= 2 || (isOnePiece && digits >= 3));
  return digits > 0 && classChanges(body) >= 4;
}

/**
 * The id of the format whose distinctive prefix begins the text, with at least six characters that such a key may
 * hold, and nothing else, up to the end. Undefined for everything else, and for placeholders (`sk_live_your_key`).
 */
export function shortKeyOf(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const found = prefixesAt.get(text.charAt(0))?.find(({ prefix, strength, body }) => {
    if (!text.startsWith(prefix)) return false;
    const rest = text.slice(prefix.length);
    const isKeyLike = Array.from(rest).every((character) => isBodyCharacter(character, body));
    return rest.length >= shortest[strength] && isKeyLike && isConvincing(rest, strength);
  });
  return found === undefined || isPlaceholder(text) ? undefined : found.id;
}
