import { credentialsInCookiesIn } from '../findings/cookie/credential-in-cookie';
import { onFile } from '../model/file/open';
import { createRule } from '../create-rule';

const cure = 'Keep it on the server, and only a reference to it in the cookie.';

export default createRule({
  name: 'no-secret-in-cookie',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow passwords and credentials of third parties in cookies',
      recommended: true,
      cwe: ['CWE-312', 'CWE-522', 'CWE-539'],
    },
    schema: [],
    messages: {
      shape:
        'This looks like a secret ({{what}}). A cookie hands it to the browser, which keeps it on disk and sends ' +
        `it with every request. ${cure}`,
      environment: `This cookie hands {{what}} to the browser of every visitor, where it can be read. ${cure}`,
      password:
        '{{what}} is a password or its hash, and a cookie keeps it in the browser and sends it with every ' +
        'request. Keep a session id in the cookie instead.',
      token:
        `{{what}} opens the user's account with another service, and a cookie keeps it in the browser and sends ` +
        `it with every request. ${cure}`,
      option:
        '{{what}} writes every token its users have into a cookie in clear text. They stay in the browser and go ' +
        `along with every request, and each opens the user's account. Keep them in the session on the server ` +
        'instead.',
      key:
        '{{what}} is the name of a secret, and a cookie keeps it in the browser and sends it with every request. ' +
        `${cure}`,
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const { node, by, what } of credentialsInCookiesIn(file))
        context.report({ node, messageId: by, data: { what } });
    });
  },
});
