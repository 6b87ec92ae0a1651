import { onFile } from '../model/file/open';
import { forgeableApplicationsIn } from '../findings/application/csrf-protection';
import { createRule } from '../create-rule';

export default createRule({
  name: 'require-csrf-protection',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require routes that change something for a session to be safe from forged requests',
      recommended: false,
      danger: 3,
      cwe: ['CWE-352'],
      inTests: false,
    },
    schema: [],
    messages: {
      unprotected:
        'Any other site can have a visitor’s browser send `{{method}} {{path}}` with this session: nothing here ' +
        'checks where a request comes from, and `{{library}}` sends the cookie with all of them. Set `sameSite`, ' +
        'or ask for a CSRF token.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const { application, route } of forgeableApplicationsIn(file)) {
        const { setup } = application;
        context.report({
          node: setup.anchor,
          messageId: 'unprotected',
          data: { method: route.method, path: route.path, library: setup.module },
        });
      }
    });
  },
});
