import type { Random } from "../random.ts";
import type { FakePullRequest } from "../store.ts";
import { inOnePiece } from "./moment.ts";
import type { Plan, PullKind } from "./plan-pull.ts";

export const LOGINS = [
  "fleet-one",
  "fleet-two",
  "fleet-three",
  "fleet-four",
  "fleet-five",
] as const;
/** No user has it, so it is shown as the forge shows an account that was deleted. */
export const GONE_LOGIN = "fleet-zero";

const WORDS: Readonly<Record<PullKind, readonly [word: string, what: string]>> = {
  "fix with a test": ["fix", "a wrong result"],
  fix: ["fix", "a result that is missing"],
  feature: ["feat", "a new case"],
  edit: ["refactor", "simpler steps"],
  docs: ["docs", "what it does now"],
  move: ["refactor", "a better place"],
  removal: ["chore", "what nobody uses"],
  picture: ["chore", "a new picture"],
};

const LABELS: Readonly<Partial<Record<PullKind, readonly string[]>>> = {
  "fix with a test": ["bug"],
  fix: ["bug"],
  feature: ["feature"],
  docs: ["docs"],
};

type Made = {
  readonly number: number;
  readonly nth: number;
  readonly at: string;
  /** The issue that it closes; null for none. */
  readonly closes: number | null;
};

/** The row of a pull request as it is opened; its head is not known yet. */
export function pullRow(
  plan: Plan,
  { number, nth, at, closes }: Made,
  random: Random,
): FakePullRequest {
  const [word, what] = WORDS[plan.kind];
  const author = random.chance(0.01) ? GONE_LOGIN : random.pick(LOGINS);
  const told = inOnePiece("Changes ", plan.files.length, " files of ", plan.area.name, ".");
  return {
    id: 9000 + number,
    pullId: 3001 + nth,
    number,
    title: inOnePiece(word, "(", plan.area.name, "): ", what, " of part ", number),
    body: closes === null ? told : inOnePiece(told, "\n\nFixes #", closes),
    author,
    labels: [...(LABELS[plan.kind] ?? [])],
    state: "open",
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    dueAt: null,
    draft: false,
    mergedAt: null,
    mergedBy: null,
    mergeSha: null,
    baseRef: "main",
    headRef: inOnePiece(author, "/", number),
    headSha: "",
    headForkDeleted: false,
    files: plan.files.map(({ row }) => row),
  };
}
