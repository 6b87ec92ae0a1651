import { mapped } from '../word-list';

/** Halves that camel case and digits tear apart, and the word they are. */
export const halves = mapped(`
  o auth=oauth, pass word=password, pass words=passwords, pass phrase=passphrase, pass code=passcode, pass wd=passwd,
  x csrf=csrf, x xsrf=xsrf, 2 fa=mfa, two factor=mfa, multi factor=mfa, 2 factor=mfa, open id=openid, open ai=openai,
  auth 0=auth0, s 3=s3, base 64=base64, base 32=base32, md 5=md5, sha 1=sha1, sha 256=sha256, sha 512=sha512,
  argon 2=argon2, pbkdf 2=pbkdf2, git hub=github, git lab=gitlab, send grid=sendgrid, hub spot=hubspot,
  linked in=linkedin, face book=facebook, pay pal=paypal, drop box=dropbox, hugging face=huggingface,
  cloud flare=cloudflare, mail gun=mailgun, map box=mapbox, mongo db=mongodb, my sql=mysql, postgre sql=postgres,
  erc 20=erc20, erc 721=erc721, maria db=mariadb, re captcha=recaptcha, web authn=webauthn, sign in=signin,
  sign up=signup, log in=login, anti forgery=antiforgery, otp auth=otpauth, i ds=ids, ur ls=urls, jw ts=jwts
`);

/** Compounds that people write as one lower-case word. */
export const compounds: ReadonlyMap<string, readonly string[]> = new Map(
  Array.from(
    mapped(`
      apikey=api key, apikeys=api keys, apisecret=api secret, accesskey=access key, secretkey=secret key,
      secretaccesskey=secret access key, privatekey=private key, privkey=private key, publickey=public key,
      signingkey=signing key, masterkey=master key, encryptionkey=encryption key, connectionstring=connection string,
      clientid=client id, userid=user id, keyid=key id, apikeyid=api key id, tokenid=token id, sessionid=session id,
      sessid=session id, phpsessid=session id, jsessionid=session id, accesstokens=access tokens,
      refreshtokens=refresh tokens, usertokens=user tokens, passwordhash=password hash, passwordreset=password reset,
      hashedpassword=hashed password, codeverifier=code verifier, twofactor=mfa, tfa=mfa, pincode=pin code,
      authsession=auth session, appsession=app session, usersession=user session, rememberme=remember me
    `),
    ([word, words]) => [word, words.split(' ')],
  ),
);

/** Tails that no other English word has: `dbpassword`, `jwtsecret`, `usertoken`. */
export const tails: readonly string[] = ['password', 'passwd', 'secret', 'apikey', 'token'];
