const crypto = require('node:crypto');
const { generateAuthenticationOptions } = require('@simplewebauthn/server');
const { encrypt } = require('./encryption');

// What has to be in a session for a moment, and what is only called like a secret.
exports.start = async (req, res) => {
  req.session.state = crypto.randomUUID();
  req.session.nonce = crypto.randomBytes(16).toString('hex');
  req.session.codeVerifier = crypto.randomBytes(32).toString('base64url');
  req.session.csrfSecret = crypto.randomBytes(32).toString('hex');
  req.session.challenge = (await generateAuthenticationOptions()).challenge;
  req.session.tokenExpiresAt = Date.now() + 3600 * 1000;
  req.session.passwordResetTime = new Date();
  req.session.isPasswordExpired = false;
  req.session.hasApiKey = true;
  req.session.apiKeyCount = 3;
  req.session.publicKey = process.env.STRIPE_PUBLISHABLE_KEY;
  req.session.accessTokenRef = await req.app.locals.vault.store(req.user.token);
  req.session.sealedToken = encrypt(req.user.token);
  req.session.secretQuestionAnswered = req.body.answer === 'yes';
  res.sendStatus(204);
};
