import { failsAll } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import { isTooHeavy } from "./read-graphql.ts";

/**
 * The answers to these questions, so many at once with one request. A batch that is too heavy for the
 * forge is asked in halves; another failure is told of every question in it by `fail`. Throws ForgeError
 * only where nothing can be asked: a token that is refused, or a limit that is used up.
 */
export async function* askBatches<Question, Answer>(
  questions: readonly Question[],
  size: number,
  how: {
    readonly ask: (batch: readonly Question[]) => Promise<readonly Answer[]>;
    readonly fail: (question: Question, failure: ForgeError) => Answer;
  },
): AsyncGenerator<Answer> {
  const batches = batchesOf(questions, size).toReversed();
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    try {
      yield* await how.ask(batch);
    } catch (error) {
      const failure = passable(error);
      if (isTooHeavy(failure) && batch.length > 1) {
        batches.push(...batchesOf(batch, Math.ceil(batch.length / 2)).toReversed());
      } else {
        for (const question of batch) yield how.fail(question, failure);
      }
    }
  }
}

const batchesOf = <Question>(questions: readonly Question[], size: number): Question[][] =>
  Array.from({ length: Math.ceil(questions.length / size) }, (_, index) =>
    questions.slice(index * size, (index + 1) * size),
  );

/** The error as what one answer failed with; throws what ends all of them. */
export function passable(error: unknown): ForgeError {
  if (failsAll(error) || !(error instanceof ForgeError)) throw error;
  return error;
}
