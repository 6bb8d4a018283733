import { sha1 } from "../sha1.ts";
import type {
  FakeComment,
  FakeDirectCommit,
  FakeIssue,
  FakeLabel,
  FakeProtection,
  FakePullRequest,
  FakeRepository,
} from "../store.ts";
import { type Contents, contentsOf } from "./contents.ts";
import { postStatuses, type StatusRow } from "./post-statuses.ts";
import type { PullRow } from "./read-pulls.ts";

export type IssueRow = {
  number: number;
  author: string;
  title: string;
  body: string;
  labels: readonly string[];
  closedAt?: string;
};

export type CommentRow = { number: number; author: string; at: string; body: string };

/** What somebody pushed onto the default branch. */
export type PushRow = Omit<FakeDirectCommit, "sha">;

export type RepositoryRows = {
  id: number;
  name: string;
  description: string;
  createdAt: string;
  /** Numbers and the moments they were given out; between two of them the rest is spread evenly. */
  numbered: readonly (readonly [number: number, at: string])[];
  /** Numbers that the tracking issue names; their titles and files are invented all the same. */
  numbersGiven: readonly number[];
  pulls: readonly PullRow[];
  issues: readonly IssueRow[];
  comments: readonly CommentRow[];
  pushes: readonly PushRow[];
  files: Readonly<Record<string, string>>;
  workflows: Readonly<Record<string, string>>;
  requiredContexts: readonly string[];
  jobsSince: Readonly<Record<string, string>>;
  statuses: readonly StatusRow[];
};

/** Turns the tables of one repository into the store's form. Ids are given out by the caller. */
export function buildRepository(rows: RepositoryRows): FakeRepository {
  const comments = rows.comments.map((row): FakeComment => {
    const { number, author, body, at } = row;
    return { id: 0, number, author, body, createdAt: at, updatedAt: at };
  });
  const { id, name, description, createdAt } = rows;
  const contents = contentsOf({ ...rows, files: startOf(rows) });
  const pulls = rows.pulls.map((row) => buildPull(rows, row, contents));
  const directCommits = rows.pushes.map((row) => ({
    ...row,
    sha: sha1(`${name} ${row.at} pushed`),
  }));
  return {
    id,
    owner: "molecule-ai",
    name,
    formerNames: [],
    moved: new Map(),
    description,
    defaultBranch: "main",
    createdAt,
    labels: labels(id),
    issues: rows.issues.map((row) => buildIssue(rows, row)),
    pulls,
    comments,
    reviews: [],
    runs: [],
    directCommits,
    branches: [{ name: "main", files: filesAtTip(rows, contents), protection: protectionOf(rows) }],
    git: null,
    statuses: postStatuses(rows, pulls, directCommits),
    revision: 0,
    hooks: [],
    outbox: [],
  };
}

/** One approval everywhere; administrators may merge past it, which the force-merge audit is for. */
function protectionOf({ requiredContexts }: RepositoryRows): FakeProtection {
  return {
    rule: "main",
    checksRequired: requiredContexts.length > 0,
    contexts: [...requiredContexts],
    approvals: 1,
    blocksAdmins: false,
    bypassers: null,
  };
}

function labels(repositoryId: number): FakeLabel[] {
  const names: readonly (readonly [string, string, string])[] = [
    ["sample:invented", "9e9e9e", "Number, title and content are made up"],
    ["sample:number-given", "757575", "The tracking issue names the number; the rest is made up"],
    ["bug", "d73a4a", "Something does not work"],
    ["incident", "b60205", "An outage"],
  ];
  return names.map(([name, color, description], index) => {
    return { id: repositoryId * 10 + index, name, color, description };
  });
}

function originLabel(rows: RepositoryRows, number: number): string {
  return rows.numbersGiven.includes(number) ? "sample:number-given" : "sample:invented";
}

function buildIssue(rows: RepositoryRows, row: IssueRow): FakeIssue {
  const createdAt = createdAtOf(rows, row.number);
  const closedAt = row.closedAt ?? null;
  return {
    id: 0,
    number: row.number,
    title: row.title,
    body: row.body,
    author: row.author,
    labels: [originLabel(rows, row.number), ...row.labels],
    state: closedAt === null ? "open" : "closed",
    createdAt,
    updatedAt: lastChange(rows, row.number, closedAt ?? createdAt),
    closedAt,
    dueAt: null,
  };
}

function buildPull(rows: RepositoryRows, row: PullRow, contents: Contents): FakePullRequest {
  const createdAt = createdAtOf(rows, row.number);
  const merged = row.state === "merged";
  return {
    id: 0,
    pullId: 0,
    number: row.number,
    title: row.title,
    body: row.body,
    author: row.author,
    labels: [originLabel(rows, row.number)],
    state: row.state === "open" ? "open" : "closed",
    createdAt,
    updatedAt: lastChange(rows, row.number, row.endedAt ?? createdAt),
    closedAt: row.endedAt,
    dueAt: null,
    draft: false,
    mergedAt: merged ? row.endedAt : null,
    mergedBy: row.mergedBy,
    mergeSha: merged ? sha1(`${rows.name}#${row.number} merged`) : null,
    baseRef: "main",
    headRef: `${row.author}/${row.number}`,
    headSha: sha1(`${rows.name}#${row.number} head`),
    headForkDeleted: false,
    files: contents.filesOf(row),
  };
}

function lastChange(rows: RepositoryRows, number: number, otherwise: string): string {
  const moments = rows.comments.filter((row) => row.number === number).map((row) => row.at);
  return [otherwise, ...moments].toSorted().at(-1) ?? otherwise;
}

function createdAtOf({ name, numbered }: RepositoryRows, number: number): string {
  for (let index = 1; index < numbered.length; index += 1) {
    const [from, to] = [numbered[index - 1], numbered[index]];
    if (!from || !to || number > to[0]) continue;
    const share = (number - from[0]) / (to[0] - from[0]);
    const [start, end] = [Date.parse(from[1]), Date.parse(to[1])];
    const second = Math.floor((start + share * (end - start)) / 1000);
    return new Date(second * 1000).toISOString().replace(".000Z", "Z");
  }
  throw new Error(`${name}#${number} lies outside the numbers of the sample.`);
}

const workflowPath = (name: string): string => `.gitea/workflows/${name}`;

// The workflows are written as they stand at the tip, so what a pull request did to one is told from there.
function startOf({ files, workflows }: RepositoryRows): Readonly<Record<string, string>> {
  const written = Object.entries(workflows).map(([name, text]) => [workflowPath(name), text]);
  return { ...files, ...Object.fromEntries(written) };
}

function filesAtTip(rows: RepositoryRows, contents: Contents): Map<string, string> {
  const files = new Map(Object.entries(rows.files));
  const merged = rows.pulls.filter((row) => row.state === "merged");
  merged.sort((a, b) => (a.endedAt ?? "").localeCompare(b.endedAt ?? ""));
  for (const file of merged.flatMap((row) => row.files)) {
    if (file.status === "renamed" && file.previousPath) files.delete(file.previousPath);
    if (file.status === "deleted") files.delete(file.path);
    else files.set(file.path, contents.atTip(file.path));
  }
  for (const [name, text] of Object.entries(rows.workflows)) files.set(workflowPath(name), text);
  return files;
}
