/**
 * One answer per object of facts, which all files with the same settings share: `question` runs when it is first asked
 * about them, and never again.
 */
export function oncePerFacts<Facts extends object, T>(question: (facts: Facts) => T): (facts: Facts) => T {
  const answers = new WeakMap<Facts, { answer: T }>();
  return (facts) => {
    let known = answers.get(facts);
    if (!known) answers.set(facts, (known = { answer: question(facts) }));
    return known.answer;
  };
}
