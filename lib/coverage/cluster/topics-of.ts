import { compareText } from "../link/endpoint.ts";
import { isCompound, titleWords } from "./title-words.ts";

const TOPICS_MAX = 6;
const SHARED_MIN = 2;

/** What the titles of a group's items speak of: words of at least two of them, the most frequent first, at most six; of equals those made of several words first. */
export function topicsOf(
  items: readonly string[],
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const key of items) {
    for (const word of titleWords(titles.get(key) ?? "")) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= SHARED_MIN)
    .toSorted(
      ([one, often], [other, oftener]) =>
        oftener - often ||
        Number(isCompound(other)) - Number(isCompound(one)) ||
        compareText(one, other),
    )
    .slice(0, TOPICS_MAX)
    .map(([word]) => word);
}
