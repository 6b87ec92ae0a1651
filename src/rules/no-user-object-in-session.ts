import { onFile } from '../model/file/open';
import { exposureOf } from '../findings/stored-data/exposure';
import { userObjectsIn } from '../findings/stored-data/user-object';
import { createRule } from '../create-rule';

export default createRule({
  name: 'no-user-object-in-session',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow putting whole users into a session',
      recommended: false,
      cwe: ['CWE-312', 'CWE-522'],
    },
    schema: [],
    messages: {
      row:
        'This is the whole row of the user, with every credential that has a column, and {{exposure}}. Put in the ' +
        'id, or the fields that are needed.',
      credential:
        'This is the whole user, `{{credential}}` included, and {{exposure}}. Put in the id, or the fields that ' +
        'are needed.',
      serialized:
        'This is the whole user, with every credential it has, and it becomes part of each session. Pass on the ' +
        'id, and look the user up in `deserializeUser`.',
    },
    defaultOptions: [],
  },
  create(context) {
    return onFile(context, (file) => {
      for (const { node, cause, credential, session } of userObjectsIn(file)) {
        const { exposure } = exposureOf(session, file);
        context.report({ node, messageId: cause, data: { exposure, credential } });
      }
    });
  },
});
