import type { LinkEndView, LinkView } from "#/lib/contract/links.ts";
import { compareText, keyOf } from "#/lib/coverage/link/endpoint.ts";

/** One thing that a reference may mean. */
export type Reading = { readonly from: LinkEndView; readonly to: LinkEndView };

/** A reference that waits for a person, and all that it may mean. */
export type Question = {
  readonly key: string;
  /** The first of its links. */
  readonly link: LinkView;
  readonly readings: readonly Reading[];
};

/** Of an issue that names its repair the other readings are other repairs, else they are other things that are meant. */
function readingsOf(link: LinkView): readonly Reading[] {
  const { from, to, method, alternatives } = link;
  const readings =
    method === "named-as-fix"
      ? // An issue of the same number repairs nothing; it is a mention, and a question of its own.
        [from, ...alternatives.filter(({ end }) => end.kind === "pull")].map((end) => ({
          from: end,
          to,
        }))
      : [to, ...alternatives].map((end) => ({ from, to: end }));
  return readings.toSorted((one, other) => compareText(keyOfReading(one), keyOfReading(other)));
}

const keyOfReading = ({ from, to }: Reading): string =>
  `${from.label} ${to.label} ${keyOf(from.end)} ${keyOf(to.end)}`;

/** One question per reference: a reference that may mean several things is a link to each of them. */
export function prepareQuestions(rows: readonly LinkView[]): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const link of rows) {
    const readings = readingsOf(link);
    const { relation, method, place, line, quote } = link;
    const key = JSON.stringify([
      relation,
      method,
      place,
      line,
      quote,
      ...readings.map(keyOfReading),
    ]);
    if (!questions.has(key)) questions.set(key, { key, link, readings });
  }
  return [...questions.values()];
}
