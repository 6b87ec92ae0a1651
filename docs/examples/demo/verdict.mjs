/**
 * What is wrong with the outcome of the demo; empty when it proved what it says: the vulnerable version's cookie held
 * the secret, the fixed version's does not, and users cannot tell the two apart.
 */
export function problemsOf({ vulnerable, fixed }) {
  const problems = [];
  if (vulnerable.secrets.length === 0) {
    problems.push('The cookie of the vulnerable version held no secret, so nothing was shown.');
  }
  if (vulnerable.accepted.length === 0) {
    problems.push('The provider accepted nothing from the cookie of the vulnerable version, so nothing was shown.');
  }
  if (fixed.secrets.length > 0) {
    problems.push('The cookie of the fixed version still holds the secret.');
  }
  if (fixed.accepted.length > 0) {
    problems.push('The provider still accepts what is in the cookie of the fixed version.');
  }
  if (!fixed.cookie.header) {
    problems.push('The fixed version set no cookie, so it was not tested.');
  }
  return [...problems, ...vulnerable.answers.flatMap(unexpected), ...differences(vulnerable.answers, fixed.answers)];
}

function unexpected({ request, status, expected }) {
  const problem = `The vulnerable version answered ${request} with ${status} instead of ${expected}.`;
  return status === expected ? [] : [problem];
}

function differences(before, after) {
  if (before.length !== after.length) {
    return ['The two versions were not asked the same questions.'];
  }
  return before.flatMap((answer, index) =>
    ['request', 'status', 'type', 'location', 'body']
      .filter((part) => answer[part] !== after[index][part])
      .map((part) => [part, show(answer[part]), show(after[index][part])])
      .map(([part, was, is]) => `${answer.request}: the ${part} was ${was} and is ${is} after the fix.`),
  );
}

function show(value) {
  return JSON.stringify(value);
}
