import { isTestFile } from "../test/is-test-file.ts";

export type PathSort =
  | "test"
  | "docs"
  | "ci"
  | "config"
  | "example"
  | "lock"
  | "manifest"
  | "product";

const CODE =
  /\.(?:[cm]?[jt]sx?|vue|svelte|go|py|sh|bash|bats|java|kts?|rb|php|cs|rs|c|cc|cpp|h|hpp|lua|swift|scala|ex|exs|sql|proto)$/i;
const TEST_DIRECTORY =
  /(^|\/)(tests?|[a-z]*e2e|__tests__|__mocks__|specs?|playwright|cypress|testdata|test-utils?|testutils?)\//i;
const TEST_SUPPORT =
  /(^|\/)(vitest|jest|playwright|cypress|karma)\.config\.[cm]?[jt]s$|(^|\/)conftest\.py$/;
const SNAPSHOT = /\.snap$/;
const DOCS =
  /\.(md|mdx|rst|adoc)$|(^|\/)(LICENSE|NOTICE|AUTHORS|CODEOWNERS|README|CHANGELOG)(\.txt)?$/i;
const DOCS_DIRECTORY = /(^|\/)docs?\//i;
const CI =
  /^\.(github|gitea|forgejo|circleci|buildkite|ci)\/|^(ci|scripts?|deploy|deployment|deployments)\/|(^|\/)(\.gitlab-ci\.yml|Jenkinsfile|\.drone\.yml|azure-pipelines\.yml)$/i;
const CONFIG =
  /(^|\/)(\.editorconfig|\.git(ignore|attributes|modules)|\.dockerignore|\.nvmrc|\.npmrc|\.node-version|\.tool-versions|\.mailmap|\.prettier(rc|ignore)[\w.]*|\.eslint(rc|ignore)[\w.]*|\.oxlintrc\.json|\.golangci\.ya?ml|\.pre-commit-config\.yaml|\.codecov\.ya?ml|codecov\.ya?ml|renovate\.json5?|\.markdownlint[\w.]*|eslint\.config\.[cm]?[jt]s|knip\.(json|ts)|biome\.jsonc?|\.mockery\.ya?ml|sonar-project\.properties)$|(^|\/)\.(vscode|idea|devcontainer|husky|changeset)\//i;
const EXAMPLE = /(^|\/)(examples?|demos?|playground|storybook|\.storybook)\/|\.stories\.[jt]sx?$/i;
const LOCK =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|go\.sum|Cargo\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|composer\.lock|Gemfile\.lock)$/;
const MANIFEST =
  /(^|\/)(package\.json|pnpm-workspace\.yaml|go\.mod|Cargo\.toml|pyproject\.toml|requirements[\w-]*\.txt|Pipfile|composer\.json|Gemfile)$/;

const KEPT_MAX = 4000;
const kept = new Map<string, PathSort>();

/** What part of a repository a path belongs to; data beside tests (goldens, fixtures) is product, since it is no test. */
export function sortPath(path: string): PathSort {
  const known = kept.get(path);
  if (known !== undefined) return known;
  // Pull requests touch the same paths again and again; what is kept is bounded all the same.
  if (kept.size >= KEPT_MAX) kept.clear();
  const sort = readSort(path);
  kept.set(path, sort);
  return sort;
}

function readSort(path: string): PathSort {
  if (isTestFile(path) || SNAPSHOT.test(path) || TEST_SUPPORT.test(path)) return "test";
  if (LOCK.test(path)) return "lock";
  if (MANIFEST.test(path)) return "manifest";
  if (DOCS.test(path)) return "docs";
  if (TEST_DIRECTORY.test(path) && CODE.test(path)) return "test";
  if (CI.test(path)) return "ci";
  if (CONFIG.test(path)) return "config";
  if (DOCS_DIRECTORY.test(path) && !CODE.test(path)) return "docs";
  if (EXAMPLE.test(path)) return "example";
  return "product";
}

/** Whether a path is code that the product is made of; data, locked versions and what only builds or describes it are none. */
export function isProductCode(path: string): boolean {
  return CODE.test(path) && sortPath(path) === "product";
}
