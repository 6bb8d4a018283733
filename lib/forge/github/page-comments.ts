import type { CommentFact } from "#/lib/facts/comment.ts";
import type { Page, Position } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { Answer } from "../http.ts";
import type { Place } from "./ask-repository.ts";
import { stepBack, windowFrom } from "./comment-window.ts";
import { parse } from "./parse.ts";
import { foreign, isCount } from "./read-position.ts";
import { Comment } from "./rest-schema.ts";
import { serverTimeOf } from "./server-time.ts";
import { toComment } from "./to-comment.ts";

/** How many rows were read, and the last of them. */
type Walk = { readonly read: number; readonly lastId: number; readonly lastAt: number };

/** Comments of issues and pull requests in the order in which they were written; with a moment, those alone that changed at or after it. The forge does not count them. */
export async function pageComments(
  place: Place,
  position: Position | null,
  since: Date | null,
): Promise<Page<CommentFact>> {
  let walk = walkOf(position);
  for (;;) {
    const { perPage, page } = windowFrom(walk.read);
    const query = new URLSearchParams({
      sort: "created",
      direction: "asc",
      per_page: String(perPage),
      page: String(page),
      ...(since === null ? {} : { since: toSeconds(since) }),
    });
    const answer = await place.api.get(`${place.path}/issues/comments?${query}`);
    const rows = parse(Comment.array(), answer.body, "comments");
    if (!meets(rows, walk)) {
      walk = { ...walk, read: stepBack(walk.read) };
      continue;
    }
    const next = nextOf(walk, { rows, perPage, start: (page - 1) * perPage, answer });
    const fresh = rows.filter((row) => !isBefore(row, walk)).map(toComment);
    return { rows: fresh, poison: [], next, total: null, serverTime: serverTimeOf(answer) };
  }
}

function walkOf(position: Position | null): Walk {
  if (position === null) return { read: 0, lastId: 0, lastAt: 0 };
  const { read, lastId, lastAt } = position;
  if (!isCount(read, 0) || !isCount(lastId, 0) || !isCount(lastAt, 0)) throw foreign();
  return { read, lastId, lastAt };
}

// Whole seconds: the forge has no finer ones, and what is older than asked for does no harm.
const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const isBehind = (row: Comment, { lastId, lastAt }: Walk): boolean => {
  const at = row.created_at.getTime();
  return at > lastAt || (at === lastAt && row.id > lastId);
};

// Those of the same second are given again, since nobody says how they are ordered among themselves.
const isBefore = (row: Comment, { lastId, lastAt }: Walk): boolean =>
  row.id === lastId || row.created_at.getTime() < lastAt;

/** Whether nothing can lie between what was read and this page: it begins at the last row or before it. */
function meets(rows: readonly Comment[], walk: Walk): boolean {
  const [first] = rows;
  return walk.read === 0 || (first !== undefined && !isBehind(first, walk));
}

type Read = {
  readonly rows: readonly Comment[];
  readonly perPage: number;
  /** How many rows lie before the page. */
  readonly start: number;
  readonly answer: Answer;
};

function nextOf(walk: Walk, { rows, perPage, start, answer }: Read): Position | null {
  const isFull = rows.length >= perPage;
  const hasNext = /;\s*rel="?next"?/.test(answer.headers.get("link") ?? "");
  if (hasNext && !isFull) throw cutShort(rows.length, perPage);
  const last = rows.at(-1);
  if (!isFull || !last) return null;
  const lastAt = last.created_at.getTime();
  const isFurther = isBehind(last, walk);
  // A page of rows that were all read, as after one was deleted, still moves the walk on.
  const mark = isFurther
    ? { lastId: last.id, lastAt }
    : { lastId: walk.lastId, lastAt: walk.lastAt };
  return { read: start + rows.length, ...mark };
}

const cutShort = (received: number, due: number): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge gave ${received} comments on a page of ${due} and says that there are more, so the list is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
  );
