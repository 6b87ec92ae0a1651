/** Loads a package natively, from where the libraries are installed. Frameworks that are not to be loaded whole: undefined. */
export default (name) => import(name).catch(() => undefined);
