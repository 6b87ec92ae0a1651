import plugin from '../plugin';

/** The rules of `recommended` by their full names. It takes the whole plugin: load it only where it is asked. */
export const recommended: readonly string[] = Object.keys(plugin.configs.recommended.rules);
