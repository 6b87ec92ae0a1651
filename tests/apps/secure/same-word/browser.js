// Scripts of a page: sessionStorage, WebRTC, cookies of the page's own making.
import Cookies from 'js-cookie';

export function remember(token) {
  sessionStorage.setItem('draft', JSON.stringify({ text: '', token: undefined }));
  window.sessionStorage.token = token;
  document.cookie = 'theme=dark; path=/; max-age=31536000';
  Cookies.set('locale', navigator.language);
  Cookies.remove('session');
}

export async function call(peer) {
  const session = await peer.createOffer();
  session.token = crypto.randomUUID();
  await peer.setLocalDescription(session);
  console.log(session);
  return session;
}

export function useSession() {
  const [session, setSession] = React.useState(null);
  setSession({ token: 'none', isLoading: true });
  return session;
}
