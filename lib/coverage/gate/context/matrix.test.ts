import { expect, test } from "vitest";
import { readMatrix } from "./matrix.ts";

const rows = (matrix: unknown) => {
  const read = readMatrix({ strategy: { matrix } });
  return read.known ? read.value.map((row) => Object.fromEntries(row)) : read.why;
};

test.each([
  ["none", undefined, [{}]],
  ["one key", { node: [18, 20] }, [{ node: "18" }, { node: "20" }]],
  [
    "two keys in their order",
    { os: ["a", "b"], node: [1, 2] },
    [
      { os: "a", node: "1" },
      { os: "a", node: "2" },
      { os: "b", node: "1" },
      { os: "b", node: "2" },
    ],
  ],
  [
    "an exclusion that names a part",
    { os: ["a", "b"], node: [1, 2], exclude: [{ os: "a", node: 2 }, { os: "b" }] },
    [{ os: "a", node: "1" }],
  ],
  [
    "an inclusion that adds a value where it fits",
    { os: ["a", "b"], include: [{ os: "a", extra: true }] },
    [{ os: "a", extra: "true" }, { os: "b" }],
  ],
  [
    "an inclusion that fits nowhere",
    { os: ["a"], include: [{ os: "c", node: 3 }] },
    [{ os: "a" }, { os: "c", node: "3" }],
  ],
  [
    "an inclusion for all",
    { os: ["a", "b"], include: [{ x: 1 }] },
    [
      { os: "a", x: "1" },
      { os: "b", x: "1" },
    ],
  ],
  ["inclusions only", { include: [{ x: 1 }, { x: 2 }] }, [{ x: "1" }, { x: "2" }]],
  [
    "an inclusion of what was excluded",
    { x: [1, 2], exclude: [{ x: 2 }], include: [{ x: 2 }] },
    [{ x: "1" }, { x: "2" }],
  ],
  [
    "a list that an expression writes out",
    { x: "${{ fromJSON('[1, 2]') }}" },
    [{ x: "1" }, { x: "2" }],
  ],
  [
    "a list that a job makes",
    { x: "${{ fromJSON(needs.a.outputs.x) }}" },
    "its matrix is made by an expression when it runs",
  ],
  [
    "all of it made by a job",
    "${{ fromJSON(needs.a.outputs.m) }}",
    "its matrix is made by an expression when it runs",
  ],
  [
    "inclusions that a job makes",
    { include: "${{ fromJSON(needs.a.outputs.m) }}" },
    "its matrix is made by an expression when it runs",
  ],
  [
    "a value that a job makes",
    { x: ["${{ vars.X }}"] },
    "its matrix is made by an expression when it runs",
  ],
  ["values that are maps", { x: [{ a: 1 }] }, "its matrix has values that are no plain texts"],
  [
    "too many",
    { x: Array(100).fill(1), y: Array(100).fill(1) },
    "its matrix has more than 256 combinations",
  ],
  ["nonsense", [3], [{}]],
])("%s", (_name, matrix, expected) => {
  expect(rows(matrix)).toEqual(expected);
});
