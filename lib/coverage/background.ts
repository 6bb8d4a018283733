import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { ChangeFacts } from "./lineage/change-facts.ts";
import { digestPatches } from "./lineage/digest-patches.ts";
import { readChange } from "./lineage/read-change.ts";
import { type Lineage, NO_LINEAGE, traceLineage } from "./lineage/trace-lineage.ts";
import {
  type Conventions,
  learnConventions,
  NO_CONVENTIONS,
  type SeenTest,
} from "./test/conventions.ts";
import { harnessOf } from "./test/harness.ts";
import { isTestFile } from "./test/is-test-file.ts";
import { kindOfTest } from "./test/kind-of-test.ts";

type MergedWords = {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly baseRef?: string | null;
  readonly mergeSha: string | null;
  readonly mergedAt: Date;
};

type PushedWords = {
  readonly sha: string;
  readonly title: string;
  readonly body: string | null;
  readonly committedAt: Date;
};

/** The little that has to be kept of one merged pull request to judge others by it. */
export type Survey = { readonly change: ChangeFacts; readonly seen: readonly SeenTest[] };

/** What a repository's changes say of each other, needed to judge any one of them. */
export type Background = {
  readonly conventions: Conventions;
  readonly lineageOf: (number: number) => Lineage;
};

/** The background by which a pull request is judged alone, before the others are known. */
export const NO_BACKGROUND: Background = {
  conventions: NO_CONVENTIONS,
  lineageOf: () => NO_LINEAGE,
};

/** Takes of a merged pull request what the background needs, so that its patches can be let go. */
export function survey(
  pullRequest: MergedWords & { readonly files: Known<readonly ChangedFile[]> },
): Survey {
  const { files } = pullRequest;
  return {
    change: { ...surveyWords(pullRequest), patchDigest: digestPatches(files) },
    seen: files.known ? files.value.flatMap(seenTest) : [],
  };
}

/** Takes of a merged pull request what its words alone say of others. */
export const surveyWords = ({
  number,
  title,
  body,
  baseRef = null,
  mergeSha,
  mergedAt,
}: MergedWords): ChangeFacts =>
  readChange({
    id: number,
    title,
    body,
    baseRef,
    sha: mergeSha,
    at: mergedAt,
    patchDigest: null,
  });

/** Takes of a commit that no pull request brought what its words say of others; the branch is the one that it was pushed to, null where that is not known. */
export const surveyPushed = (
  { sha, title, body, committedAt }: PushedWords,
  baseRef: string | null,
): ChangeFacts =>
  readChange({ id: sha, title, body, baseRef, sha, at: committedAt, patchDigest: null });

/** The background of a repository by the surveys of all its merged pull requests, and by all changes that may have to do with them: their own, pushed commits and older ones; both in any order. */
export function readBackground(
  surveys: readonly Survey[],
  changes: readonly ChangeFacts[] = surveys.map(({ change }) => change),
): Background {
  const lineages = traceLineage(changes);
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
