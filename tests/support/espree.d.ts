/** It has no types of its own; we only hand it on as a parser. */
declare module 'espree';
