const { app, BrowserWindow, session } = require('electron');

app.whenReady().then(async () => {
  const ses = session.fromPartition('persist:main');
  session.defaultSession.webRequest.onHeadersReceived((details, callback) => callback(details));
  await session.defaultSession.cookies.set({ url: 'https://example.org', name: 'theme', value: 'dark' });
  await ses.clearStorageData();
  session.defaultSession.setProxy({ proxyRules: 'direct://' });
  session.token = 'none';
  new BrowserWindow({ webPreferences: { session: ses } });
});
