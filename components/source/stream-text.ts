/** The streams whose rows a forge counts or walks, by their names for people. */
export const COUNTED: Readonly<Record<string, string>> = {
  pulls: "Pull requests",
  issues: "Issues",
  comments: "Comments",
  reviews: "Reviews",
  labels: "Labels",
  runs: "Runs",
  jobs: "Jobs",
};

const WALKED = new Set(["pulls", "issues", "comments"]);

/** Whether a stream is walked over whole now and then; of the others every pass reads what is due. */
export const isWalked = (stream: string): boolean => WALKED.has(stream);

/** What is read for judging: its name, and what of it is counted as held. */
const JUDGED: Readonly<Record<string, readonly [name: string, one: string, more: string]>> = {
  commits: ["Direct commits", "commit", "commits"],
  files: ["Changed files", "of 1 pull request", "of # pull requests"],
  patches: ["Patches", "of 1 file", "of # files"],
  workflows: ["Workflow files", "file", "files"],
  sources: ["Sources of tests", "file", "files"],
  checks: ["Checks", "of 1 commit", "of # commits"],
  protection: ["Branch protection", "rule in force", "rules in force"],
};

/** What a run calls the stretches of its way that are no stream. */
const STRETCHES: Readonly<Record<string, string>> = {
  starting: "Starting",
  changes: "What changed",
  open: "Open pull requests",
  counts: "Counting",
};

/** The name of a stream, or of a stretch of a run, for people. */
export function streamName(stream: string): string {
  const [first = stream, ...rest] = stream.split(": ");
  const name = COUNTED[first] ?? JUDGED[first]?.[0] ?? STRETCHES[first] ?? first;
  return [name, ...rest].join(": ");
}

/** "of 120 pull requests", "3 files": what is held of a stream that is read for judging. */
export function sayHeld(stream: string, held: number): string {
  const shown = held.toLocaleString("en-GB");
  const text = JUDGED[stream]?.[held === 1 ? 1 : 2] ?? "";
  if (text.startsWith("of ")) return text.replace("#", shown);
  return `${shown} ${text}`.trimEnd();
}
