/** Far more than any test needs: a question that is never answered ends all the same. */
const MOST = 50_000;

/** Asks until there is an answer. */
export async function askUntil<T>(question: () => Promise<T | undefined | false>): Promise<T> {
  for (let asked = 0; asked < MOST; asked += 1) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error('There was no answer.');
}
