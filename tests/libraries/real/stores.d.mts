import type { Place } from './probe';

interface Kept {
  open(): unknown;
  end?(store: never): unknown;
  text(): string | Promise<string>;
  close?(): unknown;
}

export declare function placeOf(
  make: (library: never, session: never, options: never) => Kept | Promise<Kept>,
  secrets?: Readonly<Record<string, object>>,
): Pick<Required<Place>, 'proofs'>;
