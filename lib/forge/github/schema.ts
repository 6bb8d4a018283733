import { z } from "zod";
import { Actor, connection, id, Oid, time, timeOrNever } from "./schema-parts.ts";

// Only what we rely on, and as our own questions in `fields.ts` ask for it.
const Labels = connection(z.object({ name: z.string() })).nullish();

export const Issue = z.object({
  fullDatabaseId: id,
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  // Asked under a name of its own: beside a pull request its kind of state is another.
  issueState: z.enum(["OPEN", "CLOSED"]),
  author: Actor,
  labels: Labels,
  createdAt: time,
  updatedAt: time,
  closedAt: timeOrNever,
  url: z.string().nullish(),
});
export type Issue = z.infer<typeof Issue>;

export const ChangedFile = z.object({
  path: z.string(),
  changeType: z.string(),
  additions: z.int(),
  deletions: z.int(),
});
export type ChangedFile = z.infer<typeof ChangedFile>;

export const Review = z.object({
  fullDatabaseId: id,
  state: z.string(),
  author: Actor,
  body: z.string().nullish(),
  submittedAt: timeOrNever,
  commit: Oid,
});
export type Review = z.infer<typeof Review>;

const Reviewer = z
  .object({
    __typename: z.string().optional(),
    login: z.string().nullish(),
    combinedSlug: z.string().nullish(),
  })
  .nullish();
export const ReviewRequest = z.object({ id: z.string(), requestedReviewer: Reviewer });
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/** What is told of the reviews of one pull request. */
export const Reviewed = z.object({
  id: z.string(),
  number: z.int(),
  headRefOid: z.string(),
  reviews: connection(Review).nullish(),
  reviewRequests: connection(ReviewRequest).nullish(),
});
export type Reviewed = z.infer<typeof Reviewed>;

export const Files = z.object({
  number: z.int(),
  changedFiles: z.int(),
  files: connection(ChangedFile).nullish(),
});
export type Files = z.infer<typeof Files>;

export const PullRequest = Reviewed.extend(Files.shape).extend({
  fullDatabaseId: id,
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  author: Actor,
  labels: Labels,
  baseRefName: z.string(),
  headRefName: z.string().nullish(),
  mergeCommit: Oid,
  mergedAt: timeOrNever,
  createdAt: time,
  updatedAt: time,
  url: z.string().nullish(),
});
export type PullRequest = z.infer<typeof PullRequest>;

export const Label = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  color: z.string().nullish(),
});
export type Label = z.infer<typeof Label>;
