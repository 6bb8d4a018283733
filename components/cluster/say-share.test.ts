import { expect, test } from "vitest";
import { sayShare } from "./say-share.ts";

const cluster = (repositories: { alias: string; gaps: number; gapsOfRepository: number }[]) => ({
  key: "deploy-gate",
  name: "Deploy gate",
  why: "",
  topics: [],
  measure: "has_test@1" as const,
  tally: { inScope: 24, covered: 0, gap: 24, waived: 0, unknown: 0 },
  parts: [],
  repositories,
  claimed: 24,
  named: 14,
  architecture: false,
  recurring: true,
  repeated: [],
  origin: "rule" as const,
  missed: null,
  pinned: false,
  words: [],
});

test("says which part of a repository's gaps it is", () => {
  expect(sayShare(cluster([{ alias: "cp", gaps: 24, gapsOfRepository: 41 }]))).toBe(
    "58.5 % of cp’s 41",
  );
});

test("leaves out a repository in which it has no gap", () => {
  const rows = [
    { alias: "core", gaps: 0, gapsOfRepository: 11 },
    { alias: "cp", gaps: 5, gapsOfRepository: 41 },
  ];
  expect(sayShare(cluster(rows))).toBe("12.2 % of cp’s 41");
});
