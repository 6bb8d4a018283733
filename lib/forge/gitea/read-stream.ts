import type { Page, PageRequest, RowOf, Stream } from "../forge.ts";
import type { Place } from "./list.ts";
import { changedPullsOf, commentsOf, issuesOf, pullsOf } from "./lists.ts";
import { offsetPosition } from "./positions.ts";
import { readChanges } from "./read-changes.ts";
import { readLabels } from "./read-labels.ts";
import { readList } from "./read-list.ts";
import { readRuns } from "./read-runs.ts";

type Readers = {
  readonly [S in Stream]: (
    place: Place,
    forge: string,
    request: PageRequest<S>,
  ) => Promise<Page<RowOf[S]>>;
};

const READERS: Readers = {
  issues: (place, _forge, { position, since }) =>
    readList(place.http, issuesOf(place, since), offsetPosition(position)),
  pulls: (place, _forge, { position, since }) =>
    readList(
      place.http,
      since === null ? pullsOf(place) : changedPullsOf(place, since),
      offsetPosition(position),
    ),
  comments: (place, _forge, { position, since }) =>
    readList(place.http, commentsOf(place, since), offsetPosition(position)),
  changes: (place, _forge, request) => readChanges(place, request),
  runs: readRuns,
  labels: (place, _forge, request) => readLabels(place, request),
};

/** One page of a stream; `forge` is the address for links that have no host. */
export function readStream<S extends Stream>(
  place: Place,
  forge: string,
  request: PageRequest<S>,
): Promise<Page<RowOf[S]>> {
  return READERS[request.stream](place, forge, request);
}
