import { messagingFormats } from '../../../src/secrets/formats/messaging';
import { describeFormats, fill } from './build-value';

describeFormats('messaging', messagingFormats, {
  'slack-bot-token': ['xoxb-', fill('digit', 8), '-', fill('alnum', 18)],
  'slack-config-token': ['xoxe.xoxp-', fill('digit', 1), '-', fill('alnum', 140)],
  'slack-user-token': ['xoxp-', fill('digit', 11), '-', fill('digit', 11), '-', fill('alnum', 24)],
  'slack-app-token': ['xapp-', fill('digit', 1), '-', fill('upnum', 9), '-', fill('digit', 10), '-', fill('alnum', 32)],
  'slack-session': ['xoxc-', fill('b64pct', 60)],
  'slack-webhook': ['hooks.slack.com/services/', fill('upnum', 8), '/', fill('upnum', 8), '/', fill('alnum', 20)],
  'discord-webhook': ['discord.com/api/webhooks/', fill('digit', 17), '/', fill('b64url', 60)],
  'discord-bot-token': ['M', fill('b64url', 23), '.', fill('b64url', 6), '.', fill('b64url', 27)],
  'telegram-bot-token': [fill('digit', 8), ':AA', fill('b64url', 32)],
  'teams-webhook': [
    'contoso', '.webhook.office.com/webhookb2/', fill('hex', 8), '-', fill('hex', 4), '-', fill('hex', 4), '-',
    fill('hex', 4), '-', fill('hex', 12), '@', fill('hex', 8), '-', fill('hex', 4), '-', fill('hex', 4), '-',
    fill('hex', 4), '-', fill('hex', 12), '/IncomingWebhook/', fill('hex', 32), '/', fill('hex', 8), '-',
    fill('hex', 4), '-', fill('hex', 4), '-', fill('hex', 4), '-', fill('hex', 12),
  ],
  'zapier-webhook': ['hooks.zapier.com/hooks/catch/', fill('digit', 4), '/', fill('alnum', 5)],
  'twilio-api-key-sid': ['SK', fill('hex', 32)],
  'telnyx-key': ['KEY', fill('b64url', 55)],
  'onesignal-key': ['os_v2_app_', fill('base32l', 103)],
});
