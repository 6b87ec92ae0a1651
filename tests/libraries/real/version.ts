/** Is one version below another? Pre-releases are below their release. */
export function isBelow(version: string, other: string): boolean {
  const [left, right] = [partsOf(version), partsOf(other)];
  for (let index = 0; index < 3; index += 1) {
    const [a = 0, b = 0] = [left.numbers[index], right.numbers[index]];
    if (a !== b) return a < b;
  }
  if (left.pre === right.pre) return false;
  if (left.pre === '' || right.pre === '') return left.pre !== '';
  return left.pre < right.pre;
}

function partsOf(version: string): { numbers: number[]; pre: string } {
  const [release = '', ...pre] = version.split('-');
  return { numbers: release.split('.').map(Number), pre: pre.join('-') };
}
