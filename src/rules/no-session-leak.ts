import { onFile } from '../model/file/open';
import { type Leak, leaksIn } from '../findings/leak/session-leak';
import { createRule } from '../create-rule';

type Options = [{ users?: boolean }];

// prettier-ignore
type Ids =
  | 'loggedSession' | 'loggedSecret' | 'loggedCookies' | 'loggedCookie' | 'loggedId' | 'loggedUser'
  | 'sentSession' | 'sentSecret' | 'sentCookies' | 'sentCookie' | 'sentId'
  | 'thrownSession' | 'thrownSecret'
  | 'renderedSession' | 'renderedSecret'
  | 'linkedSession' | 'linkedSecret' | 'linkedId';

const inUrl =
  'into a URL, which stays in the browser history, in the logs of servers on the way, and in the `Referer` of the ' +
  'next page';

export default createRule<Options, Ids>({
  name: 'no-session-leak',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow logging, sending and linking sessions, their secrets and their cookies',
      recommended: true,
      strict: [{ users: true }],
      cwe: ['CWE-532', 'CWE-200', 'CWE-598'],
    },
    schema: [
      {
        type: 'object',
        properties: {
          // prettier-ignore
          users: { type: 'boolean', description: 'Report whole users (`req.user`) in logs, too.' },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      loggedSession:
        '`{{by}}` writes the whole session to the log: whoever reads the log reads all that is or will be in it. ' +
        'Log the one field you look for, or an id.',
      loggedSecret:
        '`{{by}}` writes `{{name}}` of the {{owner}} to the log: whoever reads the log can use it. Log whether it ' +
        'is there, or an id.',
      loggedCookies:
        '`{{by}}` writes `{{name}}` to the log, and the session cookie with it: whoever reads the log can act as ' +
        'the user. Log the names of the cookies at most.',
      loggedCookie:
        '`{{by}}` writes the value of the cookie `{{name}}` to the log: whoever reads the log can act as the ' +
        'user. Log whether it is there.',
      loggedId:
        '`{{by}}` writes the id of the session to the log, where it outlives its protection in the cookie. Log a ' +
        'hash of it, or the id of the user.',
      loggedUser:
        '`{{by}}` writes all of `{{name}}` to the log: whatever the row of the database or the profile of the ' +
        'provider has in it, tokens and hashes too. Log an id.',
      sentSession:
        '`{{by}}` sends the whole session to the client, with all that is or will be in it. Pick the fields that ' +
        'the client needs.',
      sentSecret:
        '`{{by}}` sends `{{name}}` from the session to the client, where every script on the page can take it. ' +
        'Keep it on the server, and make the calls that need it there.',
      sentCookies:
        '`{{by}}` sends `{{name}}` back as content, where scripts read what `HttpOnly` hides from them. Send the ' +
        'one value that is needed.',
      sentCookie:
        '`{{by}}` sends the value of the cookie `{{name}}` back as content, where scripts read what `HttpOnly` ' +
        'hides from them. Send what the page needs to know of the session.',
      sentId:
        '`{{by}}` sends the id of the session to the client outside its cookie, where scripts read what ' +
        '`HttpOnly` hides from them. Leave it to the cookie.',
      thrownSession:
        'The message of this error has the whole session in it, and goes wherever errors are logged, collected or ' +
        'shown. Say what went wrong, with an id at most.',
      thrownSecret:
        'The message of this error has `{{name}}` in it, and goes wherever errors are logged, collected or shown. ' +
        'Say what went wrong, with an id at most.',
      renderedSession:
        '`{{by}}` hands the whole session to a template, where one line prints all that is or will be in it. Pass ' +
        'the fields that the page shows.',
      renderedSecret:
        '`{{by}}` hands `{{name}}` from the session to a template, and so into the page. Keep it on the server, ' +
        'and pass what the page shows.',
      linkedSession: `This puts the whole session ${inUrl}. Leave it where it is: the next request comes with its cookie.`,
      linkedSecret: `This puts \`{{name}}\` ${inUrl}. Keep it on the server: the next request comes with the session.`,
      linkedId: `This puts the id of the session ${inUrl}. Leave it to the cookie.`,
    },
    defaultOptions: [{}],
  },
  create(context, [{ users = false }]) {
    return onFile(context, (file) => {
      for (const leak of leaksIn(file)) {
        if (leak.what === 'user' && !users) continue;
        const { node, by, name, elsewhere } = leak;
        const owner = leak.what === 'credential' ? 'user' : 'session';
        context.report({ node, messageId: messageOf(leak), data: { by, name, owner, elsewhere } });
      }
    });
  },
});

const verbs = { log: 'logged', body: 'sent', page: 'rendered', url: 'linked', error: 'thrown' } as const;
const nouns = {
  session: 'Session',
  secret: 'Secret',
  credential: 'Secret',
  cookies: 'Cookies',
  cookie: 'Cookie',
  id: 'Id',
  user: 'User',
} as const;

function messageOf({ how, what }: Leak): Ids {
  if (how === 'error') return what === 'session' ? 'thrownSession' : 'thrownSecret';
  // What a cookie holds is a secret like any other once it is in a URL.
  return how === 'url' && what === 'cookie' ? 'linkedSecret' : (`${verbs[how]}${nouns[what]}` as Ids);
}
