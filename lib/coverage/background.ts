import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import { digestPatches } from "./lineage/digest-patches.ts";
import type { MergedFacts } from "./lineage/merged-facts.ts";
import { type Lineage, NO_LINEAGE, traceLineage } from "./lineage/trace-lineage.ts";
import { type Conventions, learnConventions, type SeenTest } from "./test/conventions.ts";
import { harnessOf } from "./test/harness.ts";
import { isTestFile } from "./test/is-test-file.ts";
import { kindOfTest } from "./test/kind-of-test.ts";

type MergedPullRequest = Omit<MergedFacts, "patchDigest"> & {
  readonly files: Known<readonly ChangedFile[]>;
};

/** The little that has to be kept of one merged pull request to judge others by it. */
export type Survey = { readonly merged: MergedFacts; readonly seen: readonly SeenTest[] };

/** What a repository's merged pull requests say of each other, needed to judge any one of them. */
export type Background = {
  readonly conventions: Conventions;
  readonly lineageOf: (number: number) => Lineage;
};

/** Takes of a merged pull request what the background needs, so that its patches can be let go. */
export function survey(pullRequest: MergedPullRequest): Survey {
  const { number, title, body, baseRef = null, mergeSha, mergedAt, files } = pullRequest;
  const patchDigest = digestPatches(files);
  return {
    merged: { number, title, body, baseRef, mergeSha, mergedAt, patchDigest },
    seen: files.known ? files.value.flatMap(seenTest) : [],
  };
}

/** The background of a repository by the surveys of all its merged pull requests, in any order. */
export function readBackground(surveys: readonly Survey[]): Background {
  const lineages = traceLineage(surveys.map(({ merged }) => merged));
  return {
    conventions: learnConventions(surveys.flatMap(({ seen }) => seen)),
    lineageOf: (number) => lineages.get(number) ?? NO_LINEAGE,
  };
}

function seenTest({ path, patch }: ChangedFile): readonly SeenTest[] {
  // A path that says its kind by itself teaches nothing about paths that do not.
  if (!patch?.known || !isTestFile(path) || kindOfTest(path) !== "unit") return [];
  return [{ path, kind: harnessOf(patch.value)?.kind ?? null }];
}
