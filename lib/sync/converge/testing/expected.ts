import type { FakeFile, FakeIssue, FakePullRequest, FakeReview } from "#/lib/fake/store.ts";
import type { Compared } from "./scene.ts";

export type Rows = Readonly<Record<string, readonly string[]>>;

const FILE = { deleted: "removed", changed: "modified" } as const;
const REVIEW = {
  APPROVED: "approved",
  REQUEST_CHANGES: "changes_requested",
  COMMENT: "commented",
  REQUEST_REVIEW: "requested",
  // Nobody leaves a review unsent in these histories.
  PENDING: "pending",
} as const;

/** A moment as both sides write it. */
export const moment = (at: string | Date | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/** Fields that must be as at the forge only after a sweep: a label that gets another name moves no row. */
export const SWEPT = ["labels"];

/** The rows that must be held, read from what the forge knows and not from what it answers; files of the pull requests alone whose files are known. */
export function expected(
  { repository, skin, tellsSizes }: Compared,
  filesOf: ReadonlySet<number>,
): Rows {
  const isGithub = skin.kind === "github";
  const open = repository.pulls.filter(({ state }) => state === "open");
  const names = new Set(repository.labels.map(({ name }) => name));
  const labelsOf = ({ labels }: FakeIssue) => labels.filter((name) => names.has(name)).toSorted();
  const issue = (row: FakeIssue) =>
    text({
      ...subject(row),
      labels: labelsOf(row),
      id: String(row.id),
      state: row.state,
      closedAt: moment(row.closedAt),
    });
  const pull = (row: FakePullRequest) =>
    text({
      ...subject(row),
      labels: labelsOf(row),
      id: String(row.pullId),
      state: row.mergedAt === null ? row.state : "merged",
      base: row.baseRef,
      head: row.headRef,
      headSha: row.headSha,
      mergeSha: row.mergeSha,
      mergedAt: moment(row.mergedAt),
    });
  const reviews = reviewsOf(open, repository, isGithub);
  return {
    repository: [
      text({ name: `${repository.owner}/${repository.name}`, branch: repository.defaultBranch }),
    ],
    issue: repository.issues.map(issue),
    pull: repository.pulls.map(pull),
    "merged without its files": [],
    file: repository.pulls.flatMap((row) => {
      const files = filesOf.has(row.number) ? row.files : [];
      // Without git a path that was written twice stands twice.
      return [...new Set(files.map((file) => fileText(row, file, tellsSizes)))];
    }),
    comment: repository.comments.map((row) =>
      text({
        id: String(row.id),
        number: row.number,
        author: row.author,
        body: row.body,
        createdAt: moment(row.createdAt),
        updatedAt: moment(row.updatedAt),
      }),
    ),
    label: repository.labels.map(({ name, color }) => text({ name, color })),
    review: reviews.map(text),
    total: ["issues", "pulls", ...(isGithub ? [] : ["comments"])].map((stream) =>
      text({ stream, total: totalOf(repository, stream) }),
    ),
  };
}

/** What was said of pull requests and asked of people; here a request that was answered is one no more, and names no commit. */
function reviewsOf(
  pulls: readonly FakePullRequest[],
  { reviews }: Compared["repository"],
  isGithub: boolean,
) {
  const numbers = new Set(pulls.map(({ number }) => number));
  const standing = reviews.filter(
    (row) => numbers.has(row.number) && !(isGithub && isAnswered(row, reviews)),
  );
  return standing.map(({ number, author, state, dismissed, commitId }) => {
    const said = dismissed ? "dismissed" : REVIEW[state];
    const isRequest = said === "requested";
    return { number, author, state: said, sha: isGithub && isRequest ? null : commitId };
  });
}

const isAnswered = (asked: FakeReview, reviews: readonly FakeReview[]): boolean =>
  asked.state === "REQUEST_REVIEW" &&
  reviews.some(
    ({ number, author, id, state }) =>
      number === asked.number &&
      author === asked.author &&
      id > asked.id &&
      state !== "REQUEST_REVIEW",
  );

const totalOf = ({ issues, pulls, comments }: Compared["repository"], stream: string): number =>
  (stream === "issues" ? issues : stream === "pulls" ? pulls : comments).length;

const subject = ({ number, title, body, author, createdAt, updatedAt }: FakeIssue) => ({
  number,
  title,
  body,
  author,
  createdAt: moment(createdAt),
  updatedAt: moment(updatedAt),
});

function fileText({ number }: FakePullRequest, file: FakeFile, tellsSizes: boolean): string {
  const { path, previousPath, status, additions, deletions } = file;
  const said = status === "deleted" || status === "changed" ? FILE[status] : status;
  const sizes = tellsSizes ? { additions, deletions } : {};
  return text({ number, path, from: previousPath, status: said, ...sizes });
}

/** One row as a line, whatever the order of its fields. */
export const text = (row: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))));
