/**
 * One answer per object of facts, which all files with the same settings share: `question` runs when it is first asked
 * about them, and never again.
 */
export function oncePerFacts<Facts extends object, T>(question: (facts: Facts) => T): (facts: Facts) => T {
  const answers = new WeakMap<Facts, { answer: T }>();
  return (facts) => {
    const known = answers.get(facts) ?? { answer: question(facts) };
    answers.set(facts, known);
    return known.answer;
  };
}
