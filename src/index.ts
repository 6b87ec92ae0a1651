import pluginObject from './plugin';
import type { Library as LibraryFacts } from './libraries/types';
import type { SessionSecretsSettings as Settings } from './settings/types';

const plugin = pluginObject;

/** The types a configuration file may want; they leave no trace at run time, where the plugin is all there is. */
declare namespace plugin {
  export type SessionSecretsSettings = Settings;
  export type Library = LibraryFacts;
}

export = plugin;
