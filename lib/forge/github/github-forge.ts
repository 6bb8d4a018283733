import type { Forge } from "../forge.ts";
import { placeOf } from "./ask-repository.ts";
import { type GithubOptions, githubApi } from "./github-api.ts";
import { pageStream } from "./page-stream.ts";
import { probeGithub } from "./probe-github.ts";
import { readChangedFiles } from "./read-changed-files.ts";
import { readChecks } from "./read-checks.ts";
import { readComment } from "./read-comment.ts";
import { readCounts } from "./read-counts.ts";
import { readDirect } from "./read-direct.ts";
import { readJobs } from "./read-jobs.ts";
import { readOne } from "./read-one.ts";
import { readPatches } from "./read-patches.ts";
import { readProtection } from "./read-protection.ts";
import { readRepository } from "./read-repository.ts";
import { readReviews } from "./read-reviews.ts";
import { readTexts } from "./read-texts.ts";
import { readTree } from "./read-tree.ts";
import { readWorkflowFiles } from "./read-workflow-files.ts";

/** GitHub, or an Enterprise server. Rows are read by its query language, many with one question, and by its other interface where that alone tells them; throws AppError invalid on an app's key that is not whole. */
export function githubForge(options: GithubOptions): Forge {
  const api = githubApi(options);
  const at = (repository: string) => placeOf(api, repository);
  return {
    probe: () => probeGithub(api, options.token),
    repository: async (fullName) => readRepository(at(fullName)),
    page: async (request) => pageStream(api, request),
    one: async (repository, number) => readOne(at(repository), number),
    comment: async (repository, externalId) => readComment(at(repository), externalId),
    counts: async (repository) => readCounts(at(repository)),
    changedFiles: (repository, wanted) => readChangedFiles(at(repository), wanted),
    reviews: (repository, numbers) => readReviews(at(repository), numbers),
    jobs: (repository, runs) => readJobs(at(repository), runs),
    patches: (repository, wanted) => readPatches(at(repository), wanted),
    directCommits: (repository, request) => readDirect(at(repository), request),
    workflowFiles: async (repository, branch) => readWorkflowFiles(at(repository), branch),
    tree: async (repository, branch) => readTree(at(repository), branch),
    texts: async (repository, sha, paths) => readTexts(at(repository), sha, paths),
    checks: (repository, shas) => readChecks(at(repository), shas),
    protection: async (repository, branch) => readProtection(at(repository), branch),
    requests: () => api.requests(),
  };
}
