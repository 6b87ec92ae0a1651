import cassandra from 'cassandra-driver';
import mongoose from 'mongoose';
import { MongoClient, type ClientSession } from 'mongodb';
import neo4j from 'neo4j-driver';

const client = new MongoClient(process.env.MONGO_URL!);
const driver = neo4j.driver(process.env.NEO4J_URL!, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD!));

export async function transfer(from: string, to: string, amount: number): Promise<void> {
  const session: ClientSession = client.startSession();
  try {
    await session.withTransaction(async () => {
      const accounts = client.db().collection('accounts');
      await accounts.updateOne({ _id: from as never }, { $inc: { balance: -amount } }, { session });
      await accounts.updateOne({ _id: to as never }, { $inc: { balance: amount } }, { session });
    });
  } finally {
    await session.endSession();
  }
}

export async function register(name: string, password: string): Promise<void> {
  const session = await mongoose.startSession();
  session.startTransaction();
  const user = { name, password, apiKey: process.env.DEFAULT_API_KEY };
  await mongoose.model('User').create([user], { session });
  console.log(session.id, session.inTransaction());
  await session.commitTransaction();
}

export async function friends(name: string): Promise<unknown[]> {
  const session = driver.session({ database: 'people' });
  const result = await session.run('MATCH (p {name: $name})-[:KNOWS]->(f) RETURN f', { name });
  await session.close();
  return result.records;
}

export const token = async (key: string): Promise<unknown> => {
  const session = new cassandra.Client({ contactPoints: ['127.0.0.1'], localDataCenter: 'dc1' });
  return session.execute('SELECT token(id) FROM keys WHERE id = ?', [key]);
};
