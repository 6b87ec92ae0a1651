import type { TSESTree } from '@typescript-eslint/utils';
import type { SessionFact } from '../../libraries/types';
import type { Fact } from '../facts/known-libraries';
import type { FileContext } from '../file/file-context';
import type { Origin } from '../file/origin';
import { isPath } from '../file/origin';
import { originOfType } from '../file/type-origin';

/** The session facts that an origin is a type of: `IronSession`. */
export const typeFactsOf = (origin: Origin | null, file: FileContext): Fact<SessionFact>[] =>
  factsOf(origin, 'types', file);

type PathsField = 'exports' | 'types' | 'decorators';

/** The session facts of the libraries at an origin that name this way from it. */
export function factsOf(origin: Origin | null, field: PathsField, file: FileContext): Fact<SessionFact>[] {
  if (!origin) return [];
  return file
    .librariesOf(origin)
    .flatMap((library) =>
      (library.sessions ?? [])
        .filter((fact) => fact[field]?.some((path) => isPath(origin.path, path)))
        .map((fact) => ({ library, fact })),
    );
}

/** `Session`, `session.Session`, `Session & Partial<SessionData>`. */
export function factsOfType(type: TSESTree.TypeNode | undefined, file: FileContext): Fact<SessionFact>[] {
  if (type?.type === 'TSIntersectionType') return type.types.flatMap((one) => factsOfType(one, file));
  if (type?.type !== 'TSTypeReference') return [];
  return factsOf(originOfType(type.typeName, file), 'types', file);
}
