// Written by `npm run update` from the files of this folder.
import type { Library } from './types';

export const libraries: readonly Library[] = [];
