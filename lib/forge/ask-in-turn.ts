// The client sends fewer at once to a forge that is slow.
const AT_ONCE = 8;

/** The answers to these questions in the order in which they stand, a few asked at once. One that fails throws when its turn comes; whoever stops early leaves no request behind. */
export async function* askInTurn<Question, Answer>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const running: Promise<Answer>[] = [];
  try {
    for (const question of questions) {
      const asked = ask(question);
      // One that fails before its turn is no error without an owner: its turn comes.
      asked.catch(() => undefined);
      running.push(asked);
      const first = running.length < AT_ONCE ? undefined : running.shift();
      if (first !== undefined) yield await first;
    }
    for (let rest = running.shift(); rest !== undefined; rest = running.shift()) yield await rest;
  } finally {
    await Promise.allSettled(running);
  }
}
