import { createCookieSessionStorage, json, redirect } from '@remix-run/node';

const { getSession, commitSession } = createCookieSessionStorage({ cookie: { name: '__session', secrets: ['s3cret1'] } });

export async function action({ request }) {
  const session = await getSession(request.headers.get('Cookie'));
  const form = await request.formData();
  session.set('openaiApiKey', form.get('key'));
  return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } });
}

export async function loader({ request }) {
  const session = await getSession(request.headers.get('Cookie'));
  if (!session.has('openaiApiKey')) return redirect('/key');
  return json({ answer: await ask(session.get('openaiApiKey')) });
}
