import { registriesFormats } from '../../../src/secrets/formats/registries';
import { describeFormats, fill } from './build-value';

describeFormats('registries', registriesFormats, {
  'vault-token': ['hvs.', fill('b64url', 24)],
  'doppler-token': ['dp.pt.', fill('alnum', 40)],
  'onepassword-service-account': ['ops_eyJ', fill('b64url', 100)],
  'onepassword-secret-key': [
    'A3-',
    fill('upnum', 6),
    '-',
    fill('upnum', 11),
    '-',
    fill('upnum', 5),
    '-',
    fill('upnum', 5),
    '-',
    fill('upnum', 5),
  ],
  'npm-token': ['npm_', fill('alnum', 36)],
  'pypi-token': ['pypi-AgEIcHlwaS5vcmc', fill('b64url', 50)],
  'rubygems-token': ['rubygems_', fill('hex', 48)],
  'nuget-key': ['oy2', fill('lownum', 43)],
  'crates-io': ['cio', fill('alnum', 32)],
  'docker-token': ['dckr_pat_', fill('b64url', 27)],
  'artifactory-api-key': ['AKCp', fill('alnum', 69)],
  'artifactory-ref-token': ['cmVmd', fill('alnum', 59)],
  'packagist-token': ['packagist_ack_', fill('hex', 28)],
  'clojars-token': ['CLOJARS_', fill('lownum', 60)],
});
