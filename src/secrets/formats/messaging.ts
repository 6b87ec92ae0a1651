import type { SecretFormat } from './types';

/** Chat, telephony and incoming webhooks. Facts: public scanner rules, provider docs. */
export const messagingFormats: readonly SecretFormat[] = [
  {
    id: 'slack-bot-token',
    provider: 'Slack',
    kind: 'bot token',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['xoxb-'],
    regex: String.raw`(?<![0-9A-Za-z_])xoxb-[0-9]{8,14}-(?:[0-9]{8,14}-)?[0-9A-Za-z]{18,34}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'slack-config-token',
    provider: 'Slack',
    kind: 'rotating / config token',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['xoxe.xoxp-', 'xoxe.xoxb-'],
    regex: String.raw`(?<![0-9A-Za-z_])xoxe\.xox(?:p|b)-[0-9]-[0-9A-Za-z]{140,200}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'slack-user-token',
    provider: 'Slack',
    kind: 'user / workspace / legacy token',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['xoxp-', 'xoxe-', 'xoxa-', 'xoxr-', 'xoxo-', 'xoxs-'],
    regex:
      String.raw`(?<![0-9A-Za-z_])(?:xoxp|xoxe|xoxa|xoxr|xoxo|xoxs)-(?:[0-9]{1,14}-){1,3}[0-9A-Za-z]{24,200}` +
      String.raw`(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'slack-app-token',
    provider: 'Slack',
    kind: 'app-level token',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['xapp-'],
    regex: String.raw`(?<![0-9A-Za-z_])xapp-[0-9]{1,3}-[0-9A-Z]{9,15}-[0-9]{10,15}-[0-9A-Za-z]{32,80}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'slack-session',
    provider: 'Slack',
    kind: 'browser session token (xoxc) / cookie (xoxd)',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['xoxc-', 'xoxd-'],
    regex: String.raw`(?<![0-9A-Za-z_%+/-])(?:xoxc-|xoxd-)[0-9A-Za-z+/_%-]{60,400}(?![0-9A-Za-z+/_%-])`,
    minEntropy: 3,
  },
  {
    id: 'slack-webhook',
    provider: 'Slack',
    kind: 'incoming / workflow webhook URL',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['hooks.slack.com/services/', 'hooks.slack.com/workflows/', 'hooks.slack.com/triggers/'],
    regex:
      String.raw`(?<![0-9A-Za-z.-])hooks\.slack\.com\/(?:services|workflows|triggers)\/[0-9A-Z]{8,14}\/` +
      String.raw`[0-9A-Z]{8,20}\/(?:[0-9]{10,20}/)?[0-9A-Za-z]{20,36}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'discord-webhook',
    provider: 'Discord',
    kind: 'webhook URL',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
    keywords: ['/webhooks/'],
    regex:
      String.raw`(?<![0-9A-Za-z-])discord(?:app)?\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{17,20}\/` +
      String.raw`[0-9A-Za-z_-]{60,72}(?![0-9A-Za-z_-])`,
    minEntropy: 3,
  },
  {
    id: 'discord-bot-token',
    provider: 'Discord',
    kind: 'bot token',
    sensitivity: 'secret',
    confidence: 'medium',
    prefixes: [],
    keywords: ['.'],
    regex:
      String.raw`(?<![0-9A-Za-z_.-])[MNO][0-9A-Za-z_-]{23,27}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,38}` +
      String.raw`(?![0-9A-Za-z_-])`,
    minEntropy: 3.5,
  },
  {
    id: 'telegram-bot-token',
    provider: 'Telegram',
    kind: 'bot token',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: [],
    keywords: [':AA'],
    regex: String.raw`(?<![0-9A-Za-z_-])[0-9]{8,10}:AA[0-9A-Za-z_-]{32,33}(?![0-9A-Za-z_-])`,
    minEntropy: 3,
  },
  {
    id: 'teams-webhook',
    provider: 'Microsoft Teams',
    kind: 'incoming webhook URL',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['.webhook.office.com/webhookb2/'],
    regex:
      String.raw`(?<=[0-9A-Za-z])\.webhook\.office\.com\/webhookb2\/[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-` +
      String.raw`[0-9a-z]{4}-[0-9a-z]{12}@[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-` +
      String.raw`[0-9a-z]{12}\/IncomingWebhook\/[0-9a-z]{32}\/[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-` +
      String.raw`[0-9a-z]{12}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
  {
    id: 'zapier-webhook',
    provider: 'Zapier',
    kind: 'catch hook URL',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['hooks.zapier.com/hooks/catch/'],
    regex:
      String.raw`(?<![0-9A-Za-z.-])hooks\.zapier\.com\/hooks\/catch\/[0-9]{4,10}\/[0-9A-Za-z]{5,12}` +
      String.raw`(?![0-9A-Za-z_])`,
  },
  {
    id: 'twilio-api-key-sid',
    provider: 'Twilio',
    kind: 'API key SID',
    sensitivity: 'paired-identifier',
    confidence: 'medium',
    prefixes: ['SK'],
    regex: String.raw`(?<![0-9A-Za-z_])SK[0-9a-f]{32}(?![0-9A-Za-z_])`,
    minEntropy: 2.5,
  },
  {
    id: 'telnyx-key',
    provider: 'Telnyx',
    kind: 'API v2 key',
    sensitivity: 'secret',
    confidence: 'medium',
    prefixes: ['KEY'],
    regex: String.raw`(?<![0-9A-Za-z_-])KEY[0-9A-Za-z_-]{55}(?![0-9A-Za-z_-])`,
    minEntropy: 3.5,
  },
  {
    id: 'onesignal-key',
    provider: 'OneSignal',
    kind: 'rich authentication token',
    sensitivity: 'secret',
    confidence: 'high',
    prefixes: ['os_v2_app_', 'os_v2_org_'],
    regex: String.raw`(?<![0-9A-Za-z_])os_v2_(?:app|org)_[a-z2-7]{103}(?![0-9A-Za-z_])`,
    minEntropy: 3,
  },
];
