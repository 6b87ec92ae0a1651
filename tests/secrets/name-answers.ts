/** Name, class and confidence, as the collected facts expect them. */
export const answers: readonly (readonly [string, string, string])[] = [
  ['apiKey', 'secret', 'high'],
  ['API_KEY', 'secret', 'high'],
  ['stripeApiKey', 'secret', 'high'],
  ['APIKey', 'secret', 'high'],
  ['apikey', 'secret', 'high'],
  ['accessToken', 'secret', 'high'],
  ['access_token', 'secret', 'high'],
  ['githubAccessToken', 'secret', 'high'],
  ['refreshToken', 'secret', 'high'],
  ['refresh-token', 'secret', 'high'],
  ['password', 'secret', 'high'],
  ['userPassword', 'secret', 'high'],
  ['plainTextPassword', 'secret', 'high'],
  ['newPassword', 'secret', 'high'],
  ['dbPassword', 'secret', 'high'],
  ['pwd', 'secret', 'high'],
  ['clientSecret', 'secret', 'high'],
  ['client_secret', 'secret', 'high'],
  ['secretKey', 'secret', 'high'],
  ['privateKey', 'secret', 'high'],
  ['awsSecretAccessKey', 'secret', 'high'],
  ['dataEncryptionKey', 'secret', 'high'],
  ['credentials', 'secret', 'high'],
  ['dbCredentials', 'secret', 'high'],
  ['connectionString', 'secret', 'high'],
  ['totpSecret', 'secret', 'high'],
  ['recoveryCodes', 'secret', 'high'],
  ['webhookSecret', 'secret', 'high'],
  ['oauthToken', 'secret', 'high'],
  ['OAuthToken', 'secret', 'high'],
  ['bearerToken', 'secret', 'high'],
  ['apiKeys', 'secret', 'high'],
  ['passcode', 'secret', 'high'],
  ['confirmPassword', 'secret', 'high'],
  ['passwordConfirmation', 'secret', 'high'],
  ['token', 'secret', 'medium'],
  ['githubToken', 'secret', 'medium'],
  ['userToken', 'secret', 'medium'],
  ['stripeKey', 'secret', 'medium'],
  ['pin', 'secret', 'medium'],
  ['jwt', 'bearer', 'medium'],
  ['idToken', 'bearer', 'medium'],
  ['id_token', 'bearer', 'medium'],
  ['sessionToken', 'bearer', 'medium'],
  ['passwordHash', 'credential-hash', 'medium'],
  ['hashedPassword', 'credential-hash', 'medium'],
  ['password_digest', 'credential-hash', 'medium'],
  ['csrfToken', 'transient', 'low'],
  ['csrfSecret', 'transient', 'low'],
  ['_csrf', 'transient', 'low'],
  ['xsrf-token', 'transient', 'low'],
  ['state', 'transient', 'low'],
  ['oauthState', 'transient', 'low'],
  ['nonce', 'transient', 'low'],
  ['codeVerifier', 'transient', 'low'],
  ['code_verifier', 'transient', 'low'],
  ['pkceCodeVerifier', 'transient', 'low'],
  ['otp', 'transient', 'low'],
  ['otpCode', 'transient', 'low'],
  ['captcha', 'transient', 'low'],
  ['passwordResetToken', 'transient', 'low'],
  ['verificationToken', 'transient', 'low'],
  ['inviteToken', 'transient', 'low'],
  ['oauthTokenSecret', 'transient', 'low'],
  ['authorizationCode', 'transient', 'low'],
  ['tokenCount', 'none', 'none'],
  ['tokenExpiresAt', 'none', 'none'],
  ['accessTokenExpiresAt', 'none', 'none'],
  ['token_type', 'none', 'none'],
  ['passwordResetRequested', 'none', 'none'],
  ['passwordChangedAt', 'none', 'none'],
  ['passwordPolicy', 'none', 'none'],
  ['hasPassword', 'none', 'none'],
  ['isPasswordValid', 'none', 'none'],
  ['requiresPassword', 'none', 'none'],
  ['sendResetPassword', 'none', 'none'],
  ['INVALID_PASSWORD', 'none', 'none'],
  ['storageKey', 'none', 'none'],
  ['serviceAccountEmail', 'none', 'none'],
  ['keyboard', 'none', 'none'],
  ['keyword', 'none', 'none'],
  ['keyCode', 'none', 'none'],
  ['key', 'none', 'none'],
  ['cacheKey', 'none', 'none'],
  ['primaryKey', 'none', 'none'],
  ['foreignKey', 'none', 'none'],
  ['publicKey', 'none', 'none'],
  ['publishableKey', 'none', 'none'],
  ['stripePublishableKey', 'none', 'none'],
  ['keyId', 'none', 'none'],
  ['accessKeyId', 'none', 'none'],
  ['apiKeyId', 'none', 'none'],
  ['apiKeyRef', 'none', 'none'],
  ['apiKeyName', 'none', 'none'],
  ['clientId', 'none', 'none'],
  ['secretQuestionCount', 'none', 'none'],
  ['secretName', 'none', 'none'],
  ['secretArn', 'none', 'none'],
  ['secretary', 'none', 'none'],
  ['authorId', 'none', 'none'],
  ['author', 'none', 'none'],
  ['authority', 'none', 'none'],
  ['authenticated', 'none', 'none'],
  ['isAuthenticated', 'none', 'none'],
  ['userId', 'none', 'none'],
  ['sessionId', 'none', 'none'],
  ['pageToken', 'none', 'none'],
  ['nextPageToken', 'none', 'none'],
  ['maxTokens', 'none', 'none'],
  ['totalTokens', 'none', 'none'],
  ['passport', 'none', 'none'],
  ['passenger', 'none', 'none'],
  ['compass', 'none', 'none'],
  ['bypass', 'none', 'none'],
  ['pinned', 'none', 'none'],
  ['monkey', 'none', 'none'],
  ['encryptedToken', 'none', 'none'],
  ['maskedApiKey', 'none', 'none'],
  ['loginAttempts', 'none', 'none'],
  ['certificateName', 'none', 'none'],
  ['cart', 'none', 'none'],
];

/** What people call things in sessions and environments, by the verdict they deserve. */
export const naturalNames: Readonly<Record<string, string>> = {
  'secret/high': `
    otpSecret mfaSecret twoFactorSecret two_factor_secret 2faSecret tfaSecret backupCodes recoveryCode secret
    secrets secretKey speakeasySecret base32Secret secretBase32 otpauth_url otpauthUrl authToken auth_token apiToken
    api_token authenticationToken spotifyAccessToken spotifyRefreshToken google_access_token oauth_token
    oauth2AccessToken oauthAccessTokenSecret twitterTokenSecret accessTokens userAccessToken x-api-key x-auth-token
    passwords passwd oldPassword currentPassword passwordConfirm password_confirmation passwordAgain password2
    password_1 rootPassword masterPassword wifiPassword passphrase user.password keyPassphrase apiSecret
    openaiApiKey openAiApiKey openAIApiKey anthropicApiKey apiKey1 APIKeyV2 stripeSecretKey secretAccessKey
    aws_secret_access_key encryptionKey walletPrivateKey privKey privateKeyPem sshPrivateKey sshKey signingKey
    masterKey smsApiKey recaptchaSecret recaptchaSecretKey vapidPrivateKey seedPhrase secretRecoveryPhrase mnemonic
    consumerSecret appSecret signingSecret connection_string databaseUrl mongoUri redisUrl slackWebhookUrl
    serviceAccountKey userCredentials creds awsCredentials basicAuth cardNumber creditCardNumber cvv cardCvc
    securityAnswer JWT_SECRET SESSION_SECRET STRIPE_SECRET_KEY SLACK_BOT_TOKEN DB_PASS DB_PASSWORD PGPASSWORD
    MYSQL_PASSWORD SMTP_PASS SENDGRID_API_KEY SEND_GRID_API_KEY RENDER_API_KEY REFRESH_TOKEN_SECRET REFRESH_SECRET
    ACCESS_TOKEN_SECRET TWILIO_AUTH_TOKEN DATABASE_URL MONGODB_URI AMQP_URL GOOGLE_CLIENT_SECRET JWT_PRIVATE_KEY
    SUPABASE_SERVICE_ROLE_KEY jwtSecretKey SECRET_KEY_BASE contraseña senha Passwort dbpassword userpassword
    jwtsecret clientsecret usersPasswords decryptedPassword clearTextPassword rawApiKey mySecretValue
    sessionPassword
  `,
  'secret/medium': `
    tempSecret temp_secret tempPassword temporaryPassword tokenSet tokenCache token_cache msalTokenCache
    tokenResponse googleToken googleTokens github_token spotifyToken twitterToken oauth2Token oidcToken npmToken
    linkedInToken gitHubToken openaiKey openAIKey stripeLiveKey anthropic_key awsKey GITHUB_PAT gitlabPat GH_TOKEN
    NPM_TOKEN adminKey
  `,
  'secret/medium/ambiguous': `
    tokens newToken guestToken loginToken signupToken emailToken paymentToken wsToken tokenValue userPin cardPin
    newPin userAuth googleAuth pass userPass adminPass pw dbPw bearer token1
  `,
  'bearer/medium': `
    jwtToken userJwt accessJwt JWTs googleIdToken id-token session_token sessionTokens rememberToken samlResponse
    samlAssertion identityToken
  `,
  'credential-hash/medium': `
    password_hash pwdHash passHash hashedPwd passwordSalt pinHash userPasswordHash passwordBcrypt bcryptPassword
    hashed_password
  `,
  'transient/low': `
    csrf csrf_token csrfToken antiForgeryToken oidcState oauth_state googleState authState oidcNonce pkceVerifier
    code_challenge challenge webauthnChallenge currentChallenge registrationChallenge otpToken mfa mfaCode mfaToken
    totp totpCode twoFactorCode 2faCode resetToken password_reset_token verifyToken emailVerificationToken
    confirmToken invitationToken activationToken magicLinkToken oauth_token_secret oauthRequestToken requestToken
    requestTokenSecret captchaText recaptchaToken idempotencyKey authCode confirmationCode smsCode oneTimePassword
    x-csrf-token
  `,
  'none/none': `
    PWD OLDPWD savePassword rememberPassword keepPassword computeSecret remember_me
    user user_id uid username email firstName displayName role roles permissions scope cartItems basket orderId
    checkoutSession paymentIntentId customerId stripeCustomerId stripeSessionId views visitCount lastVisit lastSeen
    lastLogin loggedIn isLoggedIn isAuth authUser authorized authMethod authTime authLevel authProvider authFlow
    authError authRedirect authInfo authData authContext preAuth returnTo redirect_uri nextUrl referrer originalUrl
    flash messages errors lang locale timezone theme preferences otpExpires otpVerified otpAttempts mfaVerified
    mfaRequired twoFactorEnabled is2FAVerified csrfTokenName csrfHeader secretWord secretNumber secretCode
    secretSanta secretQuestion secretMessage topSecret isSecret secretsEnabled secretsManager credentialsProvider
    tokenType tokenExpiry token_expires_at tokenData tokenInfo tokenId tokenHash tokenVersion tokenClaims
    tokenBalance tokenAddress tokenSymbol tokensUsed tokenIsValid userHasToken idTokenHint idTokenClaims jwtPayload
    deviceToken pushToken fcmToken usedTokens remainingTokens freeTokens chatTokens inputTokens nextToken prevToken
    cancelToken decodedIdToken decodedToken parsedToken resetPasswordToken passwordExpired passwordExpiry
    passwordChanged isPasswordChangeRequired mustChangePassword forcePasswordChange forgotPassword passwordLength
    passwordStrength passwordHint passwordAttempts passwordless passwordLock passwordLocked passwordJourney
    passwordSent passwordVerified passwordResetTime incorrectPassword wrongPassword userHasPassword
    encryptedPassword passwordEncrypted apiKeyEncrypted tokenMasked salt pinCode pincode pinVerified pins mapPin
    dropPin boardingPass seasonPass passes passedTests bypassed compassHeading apiKeyLast4 cardLast4 apiKeyPrefix
    apiKeyStatus apiKeyCreatedAt apiKeyPresent hasApiKey awsAccessKeyId s3Key s3_key sessionKey session_key
    walletAddress keyPair licenseKey productKey siteKey recaptchaSiteKey vapidPublicKey jiraKey issueKey rowKey
    partitionKey streamKey hotkey lookupKey dataKey keys consumerKey webhookUrl serviceAccount credentialId
    credentialType webauthnCredentials passkeys hasActivePasskey libraryCardNumber giftCardNumber samlRequest nameID
    sessionIndex grant code accessCode discountCode couponCode zipCode countryCode statusCode roomCode game board
    score guesses quiz answers wizard draft avatar authorization authorizationHeader cookie oauth NODE_ENV PORT
    LOG_LEVEL TWILIO_ACCOUNT_SID SENTRY_DSN GOOGLE_APPLICATION_CREDENTIALS GOOGLE_CLIENT_ID APP_KEY HASH_SALT
    JWT_PUBLIC_KEY JWT_EXPIRES_IN TOKEN_TTL SALT_ROUNDS SUPABASE_ANON_KEY S3_BUCKET memberNumber tokenizer
    authenticator authEnabled authConfig secretariat Secretary turnkey donkey tokenUrl passwordResetUrl
    API_KEY_HEADER PASSWORD_FIELD ERROR_PASSWORD allowCredentials publicKeyCredential
  `,
};
