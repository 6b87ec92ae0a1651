import { createCookieSessionStorage, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { authenticate, findUser } from '~/users.server';

const { getSession, commitSession, destroySession } = createCookieSessionStorage<{ userId: string }>({
  cookie: {
    name: '__Host-session',
    secrets: [process.env.SESSION_SECRET!],
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 60 * 60 * 8,
  },
});

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await getSession(request.headers.get('Cookie'));
  const userId = session.get('userId');
  if (!userId) throw redirect('/login');
  const { id, name } = await findUser(userId);
  return { id, name, message: session.get('message') };
}

export async function action({ request }: ActionFunctionArgs) {
  const session = await getSession(request.headers.get('Cookie'));
  const form = await request.formData();
  if (form.get('intent') === 'logout') {
    return redirect('/login', { headers: { 'Set-Cookie': await destroySession(session) } });
  }
  const user = await authenticate(String(form.get('email')), String(form.get('password')));
  session.set('userId', user.id);
  session.flash('message', 'Welcome back');
  return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } });
}

export default function Page() {
  return <main>Welcome</main>;
}
