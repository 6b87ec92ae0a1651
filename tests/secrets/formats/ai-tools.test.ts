import { aiToolsFormats } from '../../../src/secrets/formats/ai-tools';
import { describeFormats, fill } from './build-value';

describeFormats('ai-tools', aiToolsFormats, {
  'google-gemini-express-key': ['AQ.Ab8R', fill('b64url', 46)],
  'langsmith-key': ['lsv2_pt_', fill('hexi', 32), '_', fill('hexi', 10)],
  'langfuse-secret': [
    'sk-lf-',
    fill('hex', 8),
    '-',
    fill('hex', 4),
    '-',
    fill('hex', 4),
    '-',
    fill('hex', 4),
    '-',
    fill('hex', 12),
  ],
  'pinecone-key': ['pcsk_', fill('alnum', 5), '_', fill('alnum', 63)],
  'elevenlabs-key': ['sk_', fill('hex', 48)],
  'tavily-key': ['tvly-', fill('alnum', 32)],
  'firecrawl-key': ['fc-', fill('hex', 32)],
  'jina-key': ['jina_', fill('alnum', 60)],
  'wandb-key': ['wandb_v1_', fill('word', 77)],
  'runpod-key': ['rpa_', fill('upnum', 40), fill('alnum', 6)],
  'cursor-key': ['key_', fill('hex', 64)],
});
