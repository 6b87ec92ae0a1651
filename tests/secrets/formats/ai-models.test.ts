import { aiModelsFormats } from '../../../src/secrets/formats/ai-models';
import { describeFormats, fill } from './build-value';

describeFormats('ai-models', aiModelsFormats, {
  'openai-project-key': ['sk-proj-', fill('b64url', 20), 'T3BlbkFJ', fill('b64url', 20)],
  'openai-legacy-key': ['sk-', fill('alnum', 20), 'T3BlbkFJ', fill('alnum', 20)],
  'anthropic-api-key': ['sk-ant-api', fill('digit', 2), '-', fill('b64url', 80), 'AA'],
  'anthropic-admin-key': ['sk-ant-admin', fill('digit', 2), '-', fill('b64url', 80)],
  'anthropic-oauth-token': ['sk-ant-oat', fill('digit', 2), '-', fill('b64url', 40)],
  'huggingface-token': ['hf_', fill('alnum', 34)],
  'groq-key': ['gsk_', fill('alnum', 50)],
  'xai-key': ['xai-', fill('word', 70)],
  'perplexity-key': ['pplx-', fill('alnum', 48)],
  'replicate-token': ['r8_', fill('b64url', 37)],
  'openrouter-key': ['sk-or-v1-', fill('hex', 64)],
  'nvidia-key': ['nvapi-', fill('b64url', 60)],
  'cerebras-key': ['csk-', fill('lownum', 48)],
  'together-key': ['tgp_v1_', fill('b64url', 43)],
  'sk-hex-key': ['sk-', fill('lownum', 32)],
});
