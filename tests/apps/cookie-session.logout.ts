/** What a person adds to the program after the fix, so that a logout loses what is in the vault. */
export const logout = {
  file: 'app.js',
  from: `app.post('/logout', (req, res) => {\n`,
  to: `app.post('/logout', async (req, res) => {\n  await vault.revokeAll(req.session);\n`,
};

export const logoutOf = (text: string): string => text.replace(logout.from, logout.to);
