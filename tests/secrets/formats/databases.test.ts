import { databasesFormats } from '../../../src/secrets/formats/databases';
import { describeFormats, fill } from './build-value';

describeFormats('databases', databasesFormats, {
  'supabase-management-token': ['sbp_', fill('hex', 40)],
  'supabase-secret-key': ['sb_secret_', fill('b64url', 31)],
  'planetscale-token': ['pscale_tkn_', fill('b64urldot', 32)],
  'neon-api-key': ['napi_', fill('alnum', 64)],
  'databricks-token': ['dapi', fill('hex', 32)],
  'mongodb-atlas-sa': ['mdb_sa_sk_', fill('b64url', 40)],
  'cockroach-key': ['CCDB1_', fill('alnum', 22), '_', fill('alnum', 40)],
  'astra-token': ['AstraCS:', fill('alnum', 20)],
  'elastic-cloud-key': ['essu_', fill('b64url', 60)],
  'clickhouse-cloud-secret': ['4b1d', fill('alnum', 38)],
  'mongodb-uri': ['mongodb+srv://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'postgres-uri': ['postgresql://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'mysql-uri': ['mysqlx://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'redis-uri': ['rediss://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'amqp-uri': ['amqps://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'smtp-ftp-uri': ['smtps://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'http-basic-uri': ['https://', fill('lower', 6), ':', fill('alnum', 12), '@d'],
  'mssql-connection-string': ['Server=db.local;Database=app;User Id=app;Password=', fill('alnum', 14)],
});
