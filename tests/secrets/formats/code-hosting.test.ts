import { codeHostingFormats } from '../../../src/secrets/formats/code-hosting';
import { describeFormats, fill } from './build-value';

describeFormats('code-hosting', codeHostingFormats, {
  'github-pat-classic': ['ghp_', fill('alnum', 36)],
  'github-oauth': ['gho_', fill('alnum', 36)],
  'github-app-token': ['ghu_', fill('alnum', 36)],
  'github-refresh': ['ghr_', fill('alnum', 36)],
  'github-pat-fine': ['github_pat_', fill('alnum', 22), '_', fill('alnum', 59)],
  'github-app-jwt-form': [
    'ghs_',
    fill('digit', 1),
    '_',
    fill('b64url', 10),
    '.',
    fill('b64url', 10),
    '.',
    fill('b64url', 10),
  ],
  'gitlab-pat-routable': ['glpat-', fill('b64url', 27), '.', fill('lownum', 2), fill('lownum', 7)],
  'gitlab-pat': ['glpat-', fill('b64url', 20)],
  'gitlab-typed-token': ['gldt-', fill('b64url', 20)],
  'gitlab-trigger': ['glptt-', fill('hex', 40)],
  'gitlab-ci-job': ['glcbt-', fill('alnum', 1), '_', fill('b64url', 20)],
  'atlassian-api-token': ['ATATT3xFfG', fill('b64mix', 20)],
  'bitbucket-app-password': ['ATBB', fill('alnum', 32)],
  'bitbucket-dc-token': ['BBDC-', fill('b64', 40)],
  'buildkite-token': ['bkua_', fill('lownum', 40)],
  'circleci-token': ['CCIPAT_', fill('alnum', 22), '_', fill('hexi', 40)],
  'postman-key': ['PMAK-', fill('hexi', 24), '-', fill('hexi', 34)],
  'sonar-token': ['squ_', fill('hex', 40)],
  'sourcegraph-token': ['sgp_', fill('hex', 16), '_', fill('hexi', 40)],
  'octopus-key': ['API-', fill('upnum', 26)],
});
