const cookie = require('cookie');
const setCookieParser = require('set-cookie-parser');

// Cookies that hold no session, and sessions that end.
exports.headers = (res, theme) => {
  res.setHeader('Set-Cookie', [
    cookie.serialize('theme', theme, { maxAge: 31536000, path: '/' }),
    cookie.serialize('session', '', { maxAge: 0, path: '/' }),
    'locale=en; Path=/',
    'sid=; Max-Age=0; Path=/',
    'token=deleted; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  ]);
};

exports.forward = (upstream, res) => {
  for (const one of setCookieParser(upstream)) res.append('Set-Cookie', cookie.serialize(one.name, one.value, one));
  res.cookie('cookie_consent', 'all', { maxAge: 1000 * 60 * 60 * 24 * 180 });
  res.cookie('XSRF-TOKEN', res.locals.csrfToken, { secure: true, sameSite: 'lax' });
  res.cookie('last_visit', String(Date.now()));
};
