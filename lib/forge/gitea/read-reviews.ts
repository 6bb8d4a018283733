import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { ReviewFact } from "#/lib/facts/review.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { failsAll, isGone } from "../fails-all.ts";
import type { ReviewsAnswer } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { nextPosition, type OffsetPosition, resume } from "../next-position.ts";
import { type Place, totalOf } from "./list.ts";
import { parse } from "./parse.ts";
import { Review } from "./schema.ts";
import { toReview } from "./to-review.ts";

const PAGES_MAX = 100;

/** The reviews of pull requests, a request each for as many as a page holds, a few at once; those that their authors did not send yet are left out. */
export const readReviews = (
  place: Place,
  numbers: readonly number[],
): AsyncGenerator<ReviewsAnswer> =>
  askInTurn(numbers, async (number): Promise<ReviewsAnswer> => {
    try {
      return { number, reviews: await reviewsOf(place, number) };
    } catch (error) {
      if (failsAll(error) || !(error instanceof ForgeError)) throw error;
      if (!isGone(error)) return { number, failure: error };
      return {
        number,
        reviews: unknown(
          `The forge does not have the reviews of this pull request any more (${error.status}).`,
        ),
      };
    }
  });

async function reviewsOf(
  { http, repository, server }: Place,
  number: number,
): Promise<Known<readonly ReviewFact[]>> {
  const reviews = new Map<string, ReviewFact>();
  let at: OffsetPosition | null = resume(null, server.abilities.pageMax);
  for (let asked = 0; asked < PAGES_MAX; asked += 1) {
    const { page, limit, totalBefore }: OffsetPosition = at;
    const path = `/repos/${repository}/pulls/${number}/reviews?page=${page}&limit=${limit}`;
    const answer = await http.get(path);
    const rows = parse(z.array(Review).nullable(), answer.body, "reviews") ?? [];
    for (const row of rows) {
      const review = toReview(row, number);
      if (review) reviews.set(review.externalId, review);
    }
    // What others have not sent yet is counted and taken off its page afterwards: a short page, even
    // an empty one, is no list cut short and no end of a list that is counted.
    const total = totalOf(answer);
    const due = total === null ? 0 : Math.min(limit, total - (page - 1) * limit);
    at = nextPosition({ page, limit, received: Math.max(rows.length, due), total, totalBefore });
    if (at === null) return known([...reviews.values()]);
  }
  return unknown(`The pull request has more than ${PAGES_MAX} pages of reviews.`);
}
