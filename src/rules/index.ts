// Written by `npm run update` from the files of this folder.
export const rules = {};
