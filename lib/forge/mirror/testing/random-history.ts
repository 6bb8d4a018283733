import type { WantedFiles } from "../../forge.ts";

type Tree = ReadonlyMap<string, string>;
type Way = "merge" | "squash" | "rebase" | "merge of a rebase";

/** One pull request of a history that is made up. */
export type Plan = {
  /** How many of the commits of the line it branched off behind. */
  readonly behind: number;
  /** What each of its commits writes, as the number of a file. */
  readonly writes: readonly (readonly number[])[];
  readonly way: Way;
  /** Whether the squash's title carries its number, as the forge writes it. */
  readonly isNumbered: boolean;
  /** Whether somebody pushes a commit in front of the merge. */
  readonly isPushed: boolean;
};

/** The history as `git fast-import` takes it, and the files that each pull request brought, by the trees before and after. */
export function randomHistory(plans: readonly Plan[]) {
  const script: string[] = ["reset refs/heads/main"];
  const brought: string[] = [];
  const trees: Tree[] = [new Map()];
  const marks: number[] = [];
  let mark = 0;
  const commit = (
    ref: string,
    { parents, message, at, tree }: { parents: number[]; message: string; at: number; tree: Tree },
  ): number => {
    mark += 1;
    const [from, ...others] = parents.map((parent) => `:${parent}`);
    script.push(
      `commit ${ref}`,
      `mark :${mark}`,
      `author k <k@f.example> ${at} +0000`,
      `committer k <k@f.example> ${1_700_000_000 + mark * 60} +0000`,
      `data ${message.length}\n${message}`,
      ...(from === undefined ? [] : [`from ${from}`]),
      ...others.map((other) => `merge ${other}`),
      "deleteall",
      ...[...tree].map(([path, text]) => `M 100644 inline ${path}\ndata ${text.length}\n${text}`),
      "",
    );
    return mark;
  };
  const onLine = (tree: Tree, message: string, at: number, second: readonly number[] = []) => {
    const last = marks.at(-1);
    const parents = last === undefined ? [] : [last, ...second];
    marks.push(commit("refs/heads/main", { parents, message, at, tree }));
    trees.push(tree);
  };
  const tip = (): Tree => trees.at(-1) ?? new Map();
  onLine(new Map([["README", "start"]]), "start", 1);
  const merges: number[] = [];
  for (const [index, { behind, writes, way, isNumbered, isPushed }] of plans.entries()) {
    const number = index + 1;
    const base = Math.max(0, marks.length - 1 - behind);
    let tree = trees[base + 1] ?? new Map();
    let head = marks[base] ?? 1;
    const steps = writes.map((files, at) => ({
      changes: files.map((file) => [`f${file}`, `${number} ${at}`] as const),
      message: `work ${number} ${at}`,
      at: 1_600_000_000 + mark * 60 + at,
    }));
    for (const { changes, message, at } of steps) {
      tree = new Map([...tree, ...changes]);
      head = commit(`refs/pull/${number}/head`, { parents: [head], message, at, tree });
    }
    if (isPushed) onLine(new Map([...tip(), [`pushed${number}`, "1"]]), `push ${number}`, mark);
    const before = tip();
    const all = new Map([...before, ...steps.flatMap(({ changes }) => changes)]);
    if (way === "merge of a rebase") {
      let copy = marks.at(-1) ?? 1;
      let copied = before;
      for (const { changes, message, at } of steps) {
        copied = new Map([...copied, ...changes]);
        copy = commit("refs/heads/copy", { parents: [copy], message, at, tree: copied });
      }
      onLine(all, `${isNumbered ? "Merge" : "Another merge"} of ${number}`, mark, [copy]);
    } else if (way === "merge") onLine(all, `Merge pull request #${number} from k/t`, mark, [head]);
    else if (way === "squash") {
      onLine(all, isNumbered ? `title (#${number})` : `title ${number}`, mark);
    } else {
      for (const { changes, message, at } of steps) {
        onLine(new Map([...tip(), ...changes]), message, at);
      }
    }
    brought.push(differences(before, tip()).join(" "));
    merges.push(marks.at(-1) ?? 0);
  }
  const input = `${script.join("\n")}\n`;
  /** By the ids that git gave the marks, as fast-import writes them down. */
  const wantedOf = (exported: string): WantedFiles[] => {
    const ids = new Map(
      exported.split("\n").map((line) => [line.split(" ")[0], line.split(" ")[1]]),
    );
    return merges.map((merge, index) => ({
      number: index + 1,
      mergeSha: ids.get(`:${merge}`) ?? null,
      headSha: null,
      baseRef: "main",
    }));
  };
  return { input, brought, wantedOf };
}

const differences = (before: Tree, after: Tree): readonly string[] =>
  [...after]
    .filter(([path, text]) => before.get(path) !== text)
    .map(([path]) => `${before.has(path) ? "modified" : "added"}:${path}`)
    .toSorted();
