import { z } from "zod";
import { connection, time, timeOrNever } from "./schema-parts.ts";

// A context of another kind than these two is one that we do not know.
const CheckRun = z.object({
  __typename: z.literal("CheckRun"),
  name: z.string(),
  conclusion: z.string().nullish(),
  startedAt: timeOrNever,
  completedAt: timeOrNever,
  detailsUrl: z.string().nullish(),
  checkSuite: z.object({ createdAt: time }).nullish(),
});
const StatusContext = z.object({
  __typename: z.literal("StatusContext"),
  context: z.string(),
  state: z.string(),
  createdAt: time,
  targetUrl: z.string().nullish(),
});
export const CheckContext = z.discriminatedUnion("__typename", [CheckRun, StatusContext]);
export type CheckContext = z.infer<typeof CheckContext>;

export const CheckedCommit = z.object({
  oid: z.string(),
  statusCheckRollup: z.object({ contexts: connection(CheckContext) }).nullish(),
});
export type CheckedCommit = z.infer<typeof CheckedCommit>;

/** What is asked of the checks of a commit. */
export const CHECKS = `fragment ChecksOf on Commit {
  oid statusCheckRollup { contexts(first: 100) { ...Contexts } }
}`;
export const CONTEXTS = `fragment Contexts on StatusCheckRollupContextConnection {
  totalCount pageInfo { hasNextPage endCursor } nodes {
    __typename
    ... on CheckRun { name conclusion startedAt completedAt detailsUrl checkSuite { createdAt } }
    ... on StatusContext { context state createdAt targetUrl }
  }
}`;
