/** More answers than this are not kept. */
const most = 2_000;

/** The same few names are asked about again and again: for questions whose answer depends on the name alone. */
export function oncePerName<T>(question: (name: string) => T): (name: string) => T {
  const answers = new Map<string, T>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const answer = question(name);
    answers.set(name, answer);
    return answer;
  };
}
