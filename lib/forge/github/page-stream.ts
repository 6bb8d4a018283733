import { AppError } from "#/lib/errors.ts";
import type { Page, PageRequest, RowOf, Stream } from "../forge.ts";
import { type Place, placeOf } from "./ask-repository.ts";
import { type GithubApi } from "./github-api.ts";
import { ISSUES, issuesSince, LABELS, PULLS } from "./lists.ts";
import { namingRight } from "./missing-right.ts";
import { CHANGED_FIRST, pageChangedPulls } from "./page-changed-pulls.ts";
import { pageChanges } from "./page-changes.ts";
import { pageComments } from "./page-comments.ts";
import { pageConnection } from "./page-connection.ts";
import { pageRuns } from "./page-runs.ts";
import { readPosition } from "./read-position.ts";
import type { PullRequest } from "./schema.ts";
import { toIssue, toLabel, toPullRequest } from "./to-facts.ts";

type Request<S extends Stream> = Pick<PageRequest<S>, "position" | "since">;
type Walks = {
  readonly [S in Stream]: (place: Place, request: Request<S>) => Promise<Page<RowOf[S]>>;
};

const WALKS: Walks = {
  async issues(place, { position, since }) {
    const list = since === null ? ISSUES : issuesSince(since, "created");
    const at = readPosition(position, list.sizeFirst);
    const page = await namingRight("issues", pageConnection(place, list, at));
    return { ...page, rows: page.rows.map(toIssue) };
  },
  async pulls(place, { position, since }) {
    const first = since === null ? PULLS.sizeFirst : CHANGED_FIRST;
    const at = readPosition(position, first);
    const asked: Promise<Page<PullRequest>> =
      since === null ? pageConnection(place, PULLS, at) : pageChangedPulls(place, at, since);
    const page = await namingRight("pulls", asked);
    return { ...page, rows: page.rows.map(toPullRequest) };
  },
  comments: (place, { position, since }) => pageComments(place, position, since),
  changes(place, { position, since }) {
    if (since !== null) return pageChanges(place, position, since);
    throw new AppError("invalid", "Changes are asked for since a moment, and none was given.");
  },
  runs: (place, { position, since }) => pageRuns(place, position, since),
  async labels(place, { position }) {
    const page = await pageConnection(place, LABELS, readPosition(position, LABELS.sizeFirst));
    return { ...page, rows: page.rows.map(toLabel) };
  },
};

/** One page of a stream of a repository. */
export const pageStream = <S extends Stream>(
  api: GithubApi,
  { stream, repository, position, since }: PageRequest<S>,
): Promise<Page<RowOf[S]>> => WALKS[stream](placeOf(api, repository), { position, since });
