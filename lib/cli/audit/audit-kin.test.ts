import { expect, test } from "vitest";
import { runExplain } from "./run-explain.ts";
import { audit, history, product } from "./testing/history.ts";

const of = ({ items }: Awaited<ReturnType<typeof audit>>, number: number) =>
  items.find((item) => item.number === number);

test("a pushed revert takes a fix back and is named, and its own revert puts it back", async () => {
  using scratch = history();
  scratch.git("revert", "--no-edit", "HEAD~1");
  const sha = scratch.git("rev-parse", "HEAD");
  const taken = await audit(scratch.directory);
  expect(of(taken, 4)).toMatchObject({ isFix: true, revertedBy: sha, verdict: "gap" });
  const explain = { directory: scratch.directory, number: 4, policy: "gated" };
  const { item, steps } = await runExplain({ ...explain, onProgress: () => {} });
  expect(item).toMatchObject({ ...of(taken, 4), cluster: item.cluster });
  expect(steps.find(({ rule }) => rule === "reverted")?.note).toContain(sha);
  scratch.git("revert", "--no-edit", "HEAD");
  const back = await audit(scratch.directory);
  expect(of(back, 4)).toMatchObject({ revertedBy: null, verdict: "covered" });
});

test("a copy of what was merged before the window is no item, unless that was taken back", async () => {
  using scratch = history();
  const picked = `(cherry picked from commit ${scratch.git("rev-parse", "HEAD~1")})`;
  scratch.write("src/b.go", product(6));
  scratch.commit(`fix(core): a gated test (#8)\n\n${picked}`);
  const copy = of(await audit(scratch.directory, { limit: 1 }), 8);
  expect(copy).toMatchObject({ isFix: false, copyOf: 4 });
  expect(copy?.why.at(-1)).toContain("#4, which was merged before the window");
  scratch.git("revert", "--no-edit", "HEAD");
  scratch.commit("docs: b (#9)");
  scratch.write("src/b.go", product(7));
  scratch.commit(`fix(core): a gated test (#10)\n\n${picked}`);
  const again = of(await audit(scratch.directory, { limit: 1 }), 10);
  expect(again).toMatchObject({ isFix: true, copyOf: 4, verdict: "gap" });
});

test("the same lines twice on one branch are two fixes, and a copy where they came from beside it", async () => {
  using scratch = history();
  const same = ["+one()", "+two()", "+three()"].join("\n");
  for (const number of [6, 7]) {
    scratch.write("src/c.go", `${same}\n`);
    scratch.commit(`fix: number ${number} (#${number})`);
    scratch.write("src/c.go", "");
    scratch.commit("chore: emptied");
  }
  scratch.write("src/d.go", "x\n");
  scratch.commit("chore: base");
  scratch.git("checkout", "-q", "-b", "side");
  scratch.git("config", "user.name", "GitHub");
  scratch.git("config", "user.email", "noreply@github.com");
  scratch.write("src/d.go", `x\n${same}\n`);
  scratch.commit("fix: on the side (#8)");
  scratch.git("checkout", "-q", "main");
  scratch.write("src/d.go", `x\n${same}\n`);
  scratch.commit("fix: on the line (#9)");
  scratch.merge("side", "Merge branch 'side'");
  const document = await audit(scratch.directory);
  expect([6, 7, 8, 9].map((number) => of(document, number)?.copyOf)).toEqual([null, null, null, 8]);
});
