// The one plugin object for `import`: a second build of it would be a redefinition where both kinds of import meet.
import plugin from './index.js';

export type { Library, SessionSecretsSettings } from './index.js';
export default plugin;
