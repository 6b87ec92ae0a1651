import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { fileOf, noListeners } from './model/file/file-context';
import { isTestFile } from './model/file/test-file';
import { packageInfo } from './package-info';

/** What every rule says of itself beside ESLint's own fields. Presets, doc headers and tables are built from it. */
export interface RuleDocs {
  /** In `recommended` when true, from `strict` on otherwise. */
  recommended: boolean;
  /** Options that `strict` and `all` turn on, where they ask for more than the defaults. */
  strict?: readonly [object];
  /** Weaknesses the rule speaks of, such as `CWE-614`. */
  cwe: readonly string[];
  /**
   * How near the harm is; 2 if not said. 1: whoever is on the way or on the page has the session; 3: it takes more than
   * this, or only the service suffers. Where several rules report one place, the nearest danger comes first.
   */
  danger?: 1 | 2 | 3;
  /** Does the rule look at tests? Yes if not said. No where nobody is harmed by what a test does. */
  inTests?: false;
}

/** The page of a rule, below the `homepage` of package.json: a repository's file view, or a plain site. */
function docsUrl(rule: string): string {
  const [home = ''] = packageInfo.homepage.split(/\/?(?:[#?]|$)/);
  const isRepository = /^https:\/\/(?:github|gitlab|codeberg)\.[a-z]+\//.test(home);
  return `${home}${isRepository ? '/blob/HEAD' : ''}/docs/rules/${rule}.md`;
}

const withDefaults = RuleCreator<RuleDocs>(docsUrl);

/**
 * Every rule is made by this: it adds the documentation URL and merges `defaultOptions` on every ESLint. In a file with
 * none of our words a rule is not even created, so it costs one look-up there; nor is it in a test, where it has no say
 * in tests. The options of our rules are flat, so merging them is one spread; the deep copies that are usual here cost
 * more than a rule itself does on most files.
 */
export const createRule: typeof withDefaults = (rule) => {
  const defaults = rule.meta.defaultOptions ?? rule.defaultOptions ?? [];
  const isOffInTests = rule.meta.docs.inTests === false;
  return {
    ...withDefaults(rule),
    create: (context) => {
      const file = fileOf(context);
      if (file === null || (isOffInTests && isTestFile(file))) return noListeners;
      const { options: given } = context;
      const options =
        given.length > 0
          ? defaults.map((value, index) => ({ ...(value as object), ...(given[index] as object) }))
          : defaults;
      return rule.create(context, options as never);
    },
  };
};
