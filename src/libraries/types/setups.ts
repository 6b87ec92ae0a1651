import type { Attributes, Scalar, SecretFact, Versions } from './attributes';
import type { ExportPath, MemberPath } from './paths';

/**
 * Where session data ends up.
 * - `server`: in a store in clear text, the cookie is an id
 * - `signed-client`: in the cookie, readable by its holder
 * - `encrypted-client`: in the cookie, sealed
 * - `browser`: handed to client-side scripts by design
 */
export type DataLocation = 'server' | 'signed-client' | 'encrypted-client' | 'browser';

/** An option that, when it is given, moves the data elsewhere: koa-session's `store`. */
export interface StorageWhen {
  path: readonly string[];
  /** Only where it is one of these … */
  values?: readonly Scalar[];
  /** … or one of these exports of the library: `new CookieStore()`. */
  exports?: readonly ExportPath[];
  storage: DataLocation;
}

interface SetupFacts {
  attributes?: Attributes;
  secrets?: readonly SecretFact[];
  /** Where the session data of this set-up ends up. */
  storage?: DataLocation;
  /** The first that applies decides. */
  storageWhen?: readonly StorageWhen[];
  /** An object that, once given, replaces all its defaults; `before`: in versions below this one. */
  replaces?: { path: readonly string[]; before?: string };
  /** True when a secure cookie is not sent over a connection that the application does not take for HTTPS. */
  checksConnection?: boolean;
  /** A session in its cookie is opened and sent only where the program asks for it: static files pay nothing. */
  opensOnUse?: boolean;
  /** Functions of the options that are given the id of a session first: `readData(id)`. */
  givenId?: readonly string[];
  /** The only versions that have this set-up: its use tells the version where nothing else does. */
  onlyIn?: Versions;
}

/** One way of setting a session up. */
export type Setup = SetupFacts &
  (
    | {
        /** A call or `new`: `session({...})`. */
        form: 'call';
        export: ExportPath;
        /** Index of the options argument; several: whichever is an object; `last`: the last one given. */
        options: number | readonly number[] | 'last';
        /**
         * The call is recognised without a visible import under one of `names`, when its options have one of `keys`
         * (any object when `keys` is empty): only for what is unmistakable.
         */
        unimported?: { names: readonly string[]; keys: readonly string[] };
      }
    | {
        /** Handed to another call with its options: `app.register(plugin, {...})`. */
        form: 'plugin';
        export: ExportPath;
        methods: readonly string[];
        /** Index of the plugin argument; its options follow it. */
        plugin: number;
        /** True when options that are left out here may be given elsewhere: nothing is known of them then. */
        isInjected?: boolean;
        /** True when a list of options objects is taken as well. */
        list?: boolean;
      }
    | {
        /** Assigned to a property of something the library made: `app.keys = [...]`. */
        form: 'assign';
        export: ExportPath;
      }
    | {
        /** An object that is annotated with (or `satisfies`) the library's options type. */
        form: 'typed';
        export: ExportPath;
        /** Keys that no other object has together: one with all of them is meant, whatever its type says. */
        shape?: readonly string[];
      }
    | {
        /** A method of something the library did not make: `server.auth.strategy('session', 'cookie', {...})`. */
        form: 'method';
        /** By where it comes from … */
        export: ExportPath;
        /** … or by the way it is written, where the object came as a parameter. */
        members: readonly MemberPath[];
        /** Index of the options argument. */
        options: number;
        /** An argument that must be this literal. */
        where?: { argument: number; value: Scalar };
      }
    | {
        /**
         * An object that holds the plugin and its options, wherever it is written: `{ plugin: yar, options: {...} }`.
         */
        form: 'object';
        export: ExportPath;
        /** The key of the plugin. */
        plugin: string;
        /** The key of its options. */
        options: string;
      }
    | {
        /**
         * Exported by a file that a framework reads by its place: `export default defineNuxtConfig({...})`,
         * `module.exports.session = {...}`.
         */
        form: 'config';
        /** How the path of the file ends, without its extension: `nuxt.config`, `config/session`. */
        files: readonly string[];
        /** Keys from what the file exports down to the options object. */
        path: readonly string[];
      }
  );
