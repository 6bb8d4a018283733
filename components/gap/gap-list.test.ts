import { describe, expect, test } from "vitest";
import { GapFilter, gapQuery } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { prepareChips } from "./prepare-chips.ts";
import { readFilterForm } from "./read-filter-form.ts";
import { sayCount } from "./say-count.ts";

const choices = {
  repos: ["cp"],
  clusters: [{ key: "deploy", name: "Deploy gate" }],
  gate: { id: 7, name: "api" },
};
const view = (total: number): GapsView => ({
  measure: "has_test@1",
  policy: "blocking@1",
  rows: [],
  total,
  counts: { covered: 61, gap: 41, waived: 0, unknown: 0 },
  page: 1,
  pages: 1,
  choices,
});
const filter = (raw: object) => GapFilter.parse(raw);

describe("sayCount", () => {
  test.each([
    [{ verdict: "gap" }, 41, "41 gaps of 102 fixes"],
    [{}, 102, "102 fixes"],
    [{ verdict: "covered,gap" }, 102, "102 covered or gap of 102 fixes"],
    [{ population: "issue", verdict: "unknown" }, 3, "3 unknown of 102 open items"],
  ])("%o", (raw, total, said) => {
    expect(sayCount(view(total), filter(raw))).toBe(said);
  });
});

describe("prepareChips", () => {
  test("each chip's address lacks that one value and starts at page one", () => {
    const chips = prepareChips(filter({ repo: "cp,core", cluster: "none", page: 3 }), choices);
    expect(chips.map((chip) => [chip.label, gapQuery(chip.without)])).toEqual([
      ["Repository: cp", "?repo=core&cluster=none"],
      ["Repository: core", "?repo=cp&cluster=none"],
      ["Cluster: unclustered", "?repo=cp,core"],
    ]);
  });

  test("shows a cluster by its name, and a key that is gone as it is", () => {
    const labels = prepareChips(filter({ cluster: "deploy,old" }), choices).map(
      (chip) => chip.label,
    );
    expect(labels).toEqual(["Cluster: Deploy gate", "Cluster: old"]);
  });

  test("a part and an owner can be taken away too", () => {
    const chips = prepareChips(filter({ part: "scripts", owner: "Kimi" }), choices);
    expect(chips.map((chip) => gapQuery(chip.without))).toEqual(["?owner=Kimi", "?part=scripts"]);
  });
});

test("a gate shows by its name, and one that is gone by its number", () => {
  const chips = ["7", "8"].flatMap((gate) => prepareChips(filter({ gate, repo: "cp" }), choices));
  expect(chips.map((chip) => [chip.label, gapQuery(chip.without)])).toEqual([
    ["Repository: cp", "?gate=7"],
    ["Gate: api", "?repo=cp"],
    ["Repository: cp", "?gate=8"],
    ["Gate: 8, which is gone", "?repo=cp"],
  ]);
});

describe("readFilterForm", () => {
  test("adds a chosen value to those that are there and goes back to page one", () => {
    const form = new FormData();
    for (const [key, value] of [
      ["repo", "cp"],
      ["repo", "core"],
      ["q", " token "],
      ["rung", ""],
      ["page", "4"],
    ] as const) {
      form.append(key, value);
    }
    expect(gapQuery(readFilterForm(form))).toBe("?q=token&repo=cp,core");
  });

  test("the sort of the pressed header wins over the one in force", () => {
    const form = new FormData();
    form.append("sort", "title");
    form.append("sort", "item");
    expect(readFilterForm(form).sort).toBe("item");
  });
});
