import { readTitle } from "../fix/read-title.ts";

const STOP = new Set(
  `about above added adding adds after again against allow allows already also always another around avoid because before
behind being below between both broken bug bugs build cannot case cases catch change changed changes check checks clean
close closed closes code comes correct correctly could crash does doesn done down during each empty ensure entire error errors every fail
failed failing fails failure failures false file files find first fixed fixes flag follow following found from gets give
gives handle handled handles handling have having hide ignore incorrect incorrectly instead into invalid issue issues
just keep keeps last late later leave left like longer made make makes many missing more most move must name names need
needs never none null number once only open other over page pass past path paths prevent problem proper properly quick
read reads really regression remove removed removes rename restore result results return returns right same second
several should show shows since some sometimes still stop stops such support sure take than that their them then there
these they this those through time times trigger true twice type types under undefined unexpected unless until update
updated updates upon used user users uses using value values very want were what when where whether which while whole
will with without work works would wrong your`.split(/\s+/),
);

const COMMON_COMPOUNDS = new Set(
  `add-on back-end backward-compatible built-in built-ins case-insensitive case-sensitive client-side command-line
cross-platform drop-down edge-case end-to-end fail-safe follow-up front-end full-screen hard-coded high-level in-memory
low-level multi-line non-empty non-existent non-existing non-null off-by-one one-line out-of-date out-of-order re-add
re-enable re-render re-run read-only real-time run-time self-hosted server-side set-up short-lived side-effect
single-line sub-directory third-party time-out time-outs top-level type-check type-checks up-to-date user-defined
well-known work-around`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*/gu;
const COMPOUND = /^\p{L}[\p{L}\p{N}]*[-_]/u;
const WORD_MIN = 4;
const COMPOUND_MIN = 7;
const WORD_MAX = 60;

/** The words of a title's subject that may tell what it is about, each once, in lower case. */
export function titleWords(title: string): readonly string[] {
  const words = readTitle(title).subject.toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].filter(
    (word) =>
      word.length >= WORD_MIN &&
      word.length <= WORD_MAX &&
      !STOP.has(word) &&
      !COMMON_COMPOUNDS.has(word) &&
      !/^\d/.test(word),
  );
}

/** Whether a word is a name made of several, as of a job or a setting, and no common one. */
export function isCompound(word: string): boolean {
  return word.length >= COMPOUND_MIN && COMPOUND.test(word) && !COMMON_COMPOUNDS.has(word);
}

/** The scopes of a conventional title in lower case: each of a list separated by commas. */
export function scopesOf(title: string): readonly string[] {
  const parts = (readTitle(title).scope ?? "").toLowerCase().split(",");
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}
