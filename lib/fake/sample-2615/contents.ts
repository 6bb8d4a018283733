import type { FakeFile } from "../store.ts";
import type { Edit, FileAt, Target } from "./contents/edit.ts";
import { stemWords, wordsOf } from "./contents/names.ts";
import { printHunks } from "./contents/print-hunks.ts";
import { renderOther } from "./contents/render-other.ts";
import { renderProduct } from "./contents/render-product.ts";
import { isTest, renderTest } from "./contents/render-test.ts";
import type { PullRow } from "./read-pulls.ts";

type Rows = {
  readonly name: string;
  readonly pulls: readonly PullRow[];
  /** Texts at the beginning, by path. */
  readonly files: Readonly<Record<string, string>>;
};

/** The texts of a repository of the sample, each following from its path and from the titles of the pull requests that touch it. */
export type Contents = {
  readonly filesOf: (pull: PullRow) => FakeFile[];
  /** The text of a path when everything is merged that was. */
  readonly atTip: (path: string) => string;
};

type Planned = Omit<Edit, "isDone"> & { readonly pull: PullRow };

/** Writes short, believable texts to a table of paths: what a fix changes is one small function, and its test calls that one. */
export function contentsOf(rows: Rows): Contents {
  const order = rows.pulls.toSorted(byMerge);
  const merged = order.filter(({ state }) => state === "merged").length;
  const rank = new Map(order.map((pull, index) => [pull, index]));
  const planned = planOf(order);
  /** The text of a path before the pull request of this rank, or after it where it is one of those that are done. */
  const textAt = (path: string, isDone: (pull: PullRow) => boolean): string => {
    const edits = (planned.get(path) ?? []).map(({ pull, ...edit }) => ({
      ...edit,
      isDone: edit.creates || isDone(pull),
    }));
    const written = rows.files[path] ?? null;
    return render({ repository: rows.name, path, edits, written });
  };
  const before = (pull: PullRow) => (other: PullRow) =>
    (rank.get(other) ?? 0) < Math.min(rank.get(pull) ?? 0, merged);
  const after = (pull: PullRow) => (other: PullRow) => other === pull || before(pull)(other);
  return {
    filesOf: (pull) =>
      pull.files.map((file) => {
        const old = file.status === "added" ? "" : textAt(file.path, before(pull));
        const now = file.status === "deleted" ? "" : textAt(file.path, after(pull));
        const isMoved = file.status === "renamed" || file.status === "copied";
        return withPatch(file, isMoved ? "" : printHunks(old, now));
      }),
    atTip: (path) => textAt(path, (other) => (rank.get(other) ?? 0) < merged),
  };
}

// Whatever is open or was closed is behind all that was merged.
function byMerge(a: PullRow, b: PullRow): number {
  if (a.state !== b.state && (a.state === "merged" || b.state === "merged"))
    return a.state === "merged" ? -1 : 1;
  return (a.endedAt ?? "").localeCompare(b.endedAt ?? "") || a.number - b.number;
}

function planOf(pulls: readonly PullRow[]): ReadonlyMap<string, readonly Planned[]> {
  const planned = new Map<string, Planned[]>();
  for (const pull of pulls) {
    const subject = pull.title.replace(/^[^:]*: /, "").replaceAll('"', "");
    const targets = targetsOf(pull, wordsOf(subject));
    for (const { path, status } of pull.files) {
      if (status !== "added" && status !== "changed") continue;
      const own = targets.find((target) => target.path === path);
      const edit = {
        pull,
        title: pull.title,
        subject,
        words: own?.words ?? wordsOf(subject),
        creates: status === "added",
        target: isTest(path) ? nearest(path, targets) : testOf(pull),
      };
      planned.set(path, [...(planned.get(path) ?? []), edit]);
    }
  }
  return planned;
}

const CODE = /\.(go|tsx?|py|sh)$/;

/** What a pull request changes of the product: the first file has the function that its title names, another one a function of its own. */
function targetsOf({ files }: PullRow, words: readonly string[]): readonly Target[] {
  return files
    .filter(({ path, status }) => CODE.test(path) && !isTest(path) && status !== "deleted")
    .map(({ path }, index) => ({
      path,
      words: index === 0 ? words : [...words.slice(0, 3), "in", ...stemWords(path)],
    }));
}

/** Of the product files of one pull request the one in the language of the test, else the first. */
function nearest(path: string, targets: readonly Target[]): Target | null {
  const ending = (of: string) => CODE.exec(of)?.[1]?.replace("x", "");
  return targets.find((target) => ending(target.path) === ending(path)) ?? targets[0] ?? null;
}

/** The test that a pull request adds, which a workflow that it changes runs. */
function testOf({ files }: PullRow): Target | null {
  const added = files.find(({ path, status }) => status === "added" && isTest(path));
  return added ? { path: added.path, words: [] } : null;
}

const render = (file: FileAt): string =>
  isTest(file.path) ? renderTest(file) : (renderProduct(file) ?? renderOther(file));

function withPatch(file: FakeFile, patch: string): FakeFile {
  const count = (sign: string) => patch.split("\n").filter((line) => line.startsWith(sign)).length;
  return { ...file, patch, additions: count("+"), deletions: count("-") };
}
