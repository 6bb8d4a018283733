import { isTestFile } from "../test/is-test-file.ts";

export type PathSort = "test" | "docs" | "ci" | "lock" | "manifest" | "product";

const CODE =
  /\.(?:[cm]?[jt]sx?|go|py|sh|bash|bats|java|kt|rb|php|cs|rs|c|cc|cpp|h|lua|swift|scala)$/i;
const TEST_DIRECTORY =
  /(^|\/)(tests?|e2e|servinge2e|staginge2e|__tests__|__mocks__|specs?|playwright|cypress)\//i;
const DOCS =
  /\.(md|mdx|rst|adoc)$|(^|\/)(LICENSE|NOTICE|AUTHORS|CODEOWNERS|README|CHANGELOG)(\.txt)?$/i;
const DOCS_DIRECTORY = /(^|\/)docs?\//i;
const CI =
  /^\.(github|gitea|forgejo|circleci|buildkite|ci)\/|^(ci|scripts?|deploy|deployment|deployments)\/|(^|\/)(\.gitlab-ci\.yml|Jenkinsfile|\.drone\.yml)$/i;
const LOCK =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|go\.sum|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|composer\.lock|Gemfile\.lock)$/;
const MANIFEST =
  /(^|\/)(package\.json|go\.mod|Cargo\.toml|pyproject\.toml|requirements[\w-]*\.txt|Pipfile|composer\.json|Gemfile)$/;

/** What part of a repository a path belongs to; data beside tests (goldens, fixtures) is product, since it is no test. */
export function sortPath(path: string): PathSort {
  if (isTestFile(path)) return "test";
  if (LOCK.test(path)) return "lock";
  if (MANIFEST.test(path)) return "manifest";
  if (DOCS.test(path)) return "docs";
  if (TEST_DIRECTORY.test(path) && CODE.test(path)) return "test";
  if (CI.test(path)) return "ci";
  if (DOCS_DIRECTORY.test(path) && !CODE.test(path)) return "docs";
  return "product";
}
