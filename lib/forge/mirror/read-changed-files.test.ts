import { describe, expect, test } from "vitest";
import type { Forge, WantedFiles } from "../forge.ts";
import { type Mirrored, mirrored } from "./testing/mirrored.ts";

async function filesOf(forge: Forge, ...wanted: readonly Partial<WantedFiles>[]) {
  const rows = wanted.map((one, index) => ({
    number: index + 1,
    mergeSha: null,
    headSha: null,
    baseRef: "main",
    ...one,
  }));
  const answers = await Array.fromAsync(forge.changedFiles("owner/name", rows));
  const inOrder = answers.toSorted((one, other) => one.number - other.number);
  return inOrder.map((answer) => {
    if ("failure" in answer) return answer.failure.message;
    if (!answer.files.known) return answer.files.why;
    return answer.files.value.map(({ status, path }) => `${status} ${path}`).join(", ");
  });
}

/** A branch of two commits, the first of which adds a file that the second does not touch. */
function branchOfTwo({ scratch }: Mirrored, name = "topic") {
  scratch.git("checkout", "-q", "-b", name);
  scratch.write("src/first", `${name}\n`);
  scratch.commit(`${name} one`);
  scratch.write("src/second", `${name}\n`);
  scratch.commit(`${name} two`);
}

function started({ scratch }: Mirrored) {
  scratch.write("README", "start\n");
  scratch.commit("start");
}

const onMain = ({ scratch }: Mirrored, path = "other") => {
  scratch.git("checkout", "-q", "main");
  scratch.write(path, `${path}\n`);
  return scratch.commit(`pushed ${path}`);
};

const BOTH = "added src/first, added src/second";

describe("the files of a merged pull request", () => {
  const ways: Record<string, (here: Mirrored) => string> = {
    "by a merge commit": ({ scratch }) => scratch.merge("topic", "Merge pull request #1 from k/t"),
    "as a squash with its number": ({ scratch }) => {
      scratch.git("merge", "-q", "--squash", "topic");
      return scratch.commit("topic (#1)");
    },
    "as a squash with a title of its own": ({ scratch }) => {
      scratch.git("merge", "-q", "--squash", "topic");
      return scratch.commit("another title");
    },
    "as a rebase": ({ scratch }) => {
      scratch.git("cherry-pick", "main..topic");
      return scratch.git("rev-parse", "HEAD");
    },
    "as a rebase with a commit in front that was pushed": (here) => {
      onMain(here, "between");
      here.scratch.git("cherry-pick", "other..topic");
      return here.scratch.git("rev-parse", "HEAD");
    },
    "as a rebase of a branch that had merged its base": ({ scratch }) => {
      scratch.git("checkout", "-q", "topic");
      scratch.merge("main", "Merge branch 'main' into topic");
      scratch.git("update-ref", "refs/pull/1/head", "HEAD");
      scratch.git("checkout", "-q", "main");
      scratch.git("cherry-pick", "topic~2", "topic~1");
      return scratch.git("rev-parse", "HEAD");
    },
  };

  test.each(Object.keys(ways))("are all that it brought: %s", async (way) => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here);
    here.pull(1);
    onMain(here);
    here.scratch.git("branch", "other");
    const mergeSha = ways[way]?.(here) ?? "";
    onMain(here, "later");
    expect(await filesOf(here.open(), { mergeSha })).toEqual([BOTH]);
    expect(here.asked).toEqual([]);
  });

  test("are asked of the forge where it was merged without any commit, unless the one before was a merge too", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here);
    const two = here.pull(1);
    here.scratch.write("third", "3\n");
    const three = here.scratch.commit("three");
    here.pull(2);
    here.scratch.git("checkout", "-q", "main");
    here.scratch.git("merge", "-q", "--ff-only", "topic");
    expect(await filesOf(here.open(), { mergeSha: two }, { mergeSha: three })).toEqual([
      "by the API",
      "added third",
    ]);
    expect(here.asked).toEqual(["files 1"]);
  });

  test("are told where it was merged without any commit by where the forge says that it set out, and by nothing that says nothing", async () => {
    await using here = await mirrored();
    started(here);
    const forkSha = here.scratch.git("rev-parse", "HEAD");
    branchOfTwo(here);
    const mergeSha = here.pull(1);
    here.scratch.git("checkout", "-q", "main");
    here.scratch.git("merge", "-q", "--ff-only", "topic");
    expect(await filesOf(here.open(), { mergeSha, forkSha })).toEqual([BOTH]);
    expect(here.asked).toEqual([]);
    expect(await filesOf(here.open(), { mergeSha, forkSha: mergeSha })).toEqual(["by the API"]);
    expect(await filesOf(here.open(), { mergeSha, forkSha: "f".repeat(40) })).toEqual([
      "by the API",
    ]);
  });

  test("are asked of the forge where another merge brought its commits among others", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here);
    here.pull(1);
    here.scratch.write("third", "3\n");
    here.scratch.commit("three");
    here.pull(2);
    onMain(here);
    const mergeSha = here.scratch.merge("topic", "Merge branch 'topic'");
    expect(await filesOf(here.open(), { mergeSha }, { mergeSha })).toEqual([
      "by the API",
      `${BOTH}, added third`,
    ]);
  });

  test("are asked of the forge where its difference is another than what was merged", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here);
    here.pull(1);
    onMain(here);
    here.scratch.git("merge", "-q", "--squash", "topic");
    here.scratch.write("by-hand", "added while merging\n");
    const mergeSha = here.scratch.commit("another title");
    expect(await filesOf(here.open(), { mergeSha })).toEqual(["by the API"]);
  });

  test("are asked of the forge where neither the head nor the title tells how it was merged", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here);
    onMain(here);
    here.scratch.git("merge", "-q", "--squash", "topic");
    const mergeSha = here.scratch.commit("another title");
    expect(await filesOf(here.open(), { mergeSha })).toEqual(["by the API"]);
  });

  test("are told for many at once, each by how it was merged, in a few runs of git", async () => {
    await using here = await mirrored();
    started(here);
    const wanted: WantedFiles[] = [];
    for (let number = 1; number <= 12; number += 1) {
      const name = `t${number}`;
      here.scratch.git("checkout", "-q", "-b", name);
      for (const part of ["a", "b"]) {
        here.scratch.write(`${name}/${part}`, `${part}\n`);
        here.scratch.commit(`${name} ${part}`);
      }
      const headSha = here.pull(number);
      onMain(here, `p${number}`);
      if (number % 3 === 0) here.scratch.merge(name, `Merge pull request #${number} from k/t`);
      else if (number % 3 === 1) here.scratch.git("cherry-pick", `${name}~2..${name}`);
      else {
        here.scratch.git("merge", "-q", "--squash", name);
        here.scratch.commit(`squashed ${name}`);
      }
      const mergeSha = here.scratch.git("rev-parse", "HEAD");
      wanted.push({ number, mergeSha, headSha, baseRef: "main" });
    }
    expect(await filesOf(here.open(), ...wanted)).toEqual(
      wanted.map(({ number }) => `added t${number}/a, added t${number}/b`),
    );
    expect(here.asked).toEqual([]);
    expect(here.server.fetches()).toBe(2);
  });
});

describe("the files of an open pull request", () => {
  test("are those since it branched off, also where its base was merged into it", async () => {
    await using here = await mirrored();
    started(here);
    branchOfTwo(here);
    onMain(here);
    here.scratch.git("checkout", "-q", "topic");
    here.scratch.merge("main", "Merge branch 'main' into topic");
    const headSha = here.pull(1);
    onMain(here, "later");
    expect(await filesOf(here.open(), { headSha })).toEqual([BOTH]);
    expect(await filesOf(here.open(), { headSha: null })).toEqual([BOTH]);
    expect(here.asked).toEqual([]);
  });

  test.each([
    ["whose base branch is gone", { baseRef: "gone" }],
    ["whose base branch has no possible name", { baseRef: "a\nb ^main" }],
    ["whose head is gone", { headSha: "1".repeat(40) }],
    ["whose head has no possible name", { headSha: "main\n" }],
    ["that is part of its base branch", { headSha: null, number: 2 }],
    ["of which nothing is there", { headSha: null, number: 9 }],
  ])("are asked of the forge for one %s", async (_which, one) => {
    await using here = await mirrored();
    started(here);
    here.pull(2);
    branchOfTwo(here);
    const headSha = here.pull(1);
    expect(await filesOf(here.open(), { headSha, ...one })).toEqual(["by the API"]);
  });
});
