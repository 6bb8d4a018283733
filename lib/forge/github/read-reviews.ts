import { z } from "zod";
import { unknown } from "#/lib/facts/known.ts";
import { isGone } from "../fails-all.ts";
import type { ReviewsAnswer } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { askBatches, passable } from "./ask-batches.ts";
import { askRepository, type Place, type RepositoryQuestion } from "./ask-repository.ts";
import * as fields from "./fields.ts";
import { triesOf } from "./page-size.ts";
import { parse } from "./parse.ts";
import { failureOf } from "./read-graphql.ts";
import { Review, Reviewed } from "./schema.ts";
import { connection } from "./schema-parts.ts";
import { reviewsOf, toReviews } from "./to-reviews.ts";

export const REVIEWS_AT_ONCE = 25;
const PAGES_MAX = 50;

/** The question for the reviews of these pull requests. */
export const reviewsQuestion = (numbers: readonly number[]): RepositoryQuestion => ({
  fields: numbers.map((n) => `p${n}: pullRequest(number: ${n}) { ...ReviewsOf }`).join(" "),
  fragments: fields.REVIEWS,
  ...triesOf(numbers.length),
});

/** The reviews of pull requests, many with one question; of one with more than that holds, the rest is asked for by itself. */
export async function* readReviews(
  place: Place,
  numbers: readonly number[],
): AsyncGenerator<ReviewsAnswer> {
  const batches = askBatches<number, ReviewsAnswer | Reviewed>(
    [...new Set(numbers)],
    REVIEWS_AT_ONCE,
    {
      ask: (batch) => askMany(place, batch),
      fail: (number, failure) => ({ number, failure }),
    },
  );
  for await (const answer of batches) {
    yield "headRefOid" in answer ? await askRest(place, answer) : answer;
  }
}

async function askMany(
  place: Place,
  numbers: readonly number[],
): Promise<(ReviewsAnswer | Reviewed)[]> {
  const schema = z.record(z.string(), Reviewed.nullable());
  const { told, troubles } = await askRepository(place, schema, reviewsQuestion(numbers));
  return numbers.map((number) => {
    const failure = failureOf(troubles, `p${number}`);
    if (failure?.code === "forbidden") return { number, reviews: unknown(FORBIDDEN) };
    if (failure && !isGone(failure)) return { number, failure };
    const row = told[`p${number}`];
    if (!row) return { number, reviews: unknown(GONE) };
    const reviews = toReviews(row);
    return reviews === null ? row : { number, reviews };
  });
}

const FORBIDDEN = "The token may not see the reviews. Give it the right to read pull requests.";
const GONE = "The forge does not have this pull request any more.";

const More = z.object({ node: z.object({ reviews: connection(Review) }) });

async function askRest({ api }: Place, row: Reviewed): Promise<ReviewsAnswer> {
  const { number, id } = row;
  const reviews = [...(row.reviews?.nodes ?? [])];
  let page = row.reviews?.pageInfo;
  try {
    for (let pages = 1; page?.hasNextPage && pages <= PAGES_MAX; pages += 1) {
      const variables = { id, after: page.endCursor };
      const { data } = await api.ask({ document: fields.MORE_REVIEWS, variables, cost: 1 });
      const more = parse(More, data, "reviews").node.reviews;
      reviews.push(...more.nodes);
      page = more.pageInfo;
    }
  } catch (error) {
    return { number, failure: passable(error) };
  }
  const asked = row.reviewRequests;
  if (page?.hasNextPage || asked?.pageInfo.hasNextPage || reviews.includes(null)) {
    const message = `The forge does not tell all reviews of pull request #${number}.`;
    return { number, failure: new ForgeError("failed", message) };
  }
  return { number, reviews: reviewsOf(row, reviews, asked?.nodes ?? []) };
}
