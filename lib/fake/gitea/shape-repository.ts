import type { FakeRepository } from "../store.ts";
import type { Place } from "./call.ts";
import { isAdmin } from "./is-admin.ts";
import { moment, NEVER_GO, NEVER_UNIX } from "./moment.ts";
import { remembered } from "./remember.ts";
import { shapeUser } from "./shape-user.ts";
import { type Skin, skinOf } from "./skin.ts";
import { tipOf } from "./tip-of.ts";

/** A repository as the API shows it to somebody who may read it. */
export function shapeRepository({ store, repository }: Place) {
  const { owner, name } = repository;
  const html = `${store.rootUrl}/${owner}/${name}`;
  const api = `${store.rootUrl}/api/v1/repos/${owner}/${name}`;
  const skin = skinOf(store);
  return {
    id: repository.id,
    owner: shapeUser(store, owner),
    name,
    full_name: `${owner}/${name}`,
    description: repository.description,
    empty: false,
    private: true,
    fork: false,
    template: false,
    mirror: false,
    size: 20_480,
    language: "",
    languages_url: `${api}/languages`,
    html_url: html,
    url: api,
    link: "",
    ssh_url: `git@git.molecule-ai.example:${owner}/${name}.git`,
    clone_url: `${html}.git`,
    original_url: "",
    website: "",
    ...counters(repository),
    default_branch: repository.defaultBranch,
    archived: false,
    created_at: moment(store, repository.createdAt),
    updated_at: moment(
      store,
      tipOf(repository, repository.defaultBranch)?.at ?? repository.createdAt,
    ),
    archived_at: NEVER_UNIX,
    permissions: { admin: isAdmin(store), push: isAdmin(store), pull: true },
    ...features(),
    ...mergeSettings(),
    avatar_url: "",
    internal: false,
    mirror_interval: "",
    object_format_name: "sha1",
    mirror_updated: NEVER_GO,
    repo_transfer: null,
    ...newerGitea(skin, repository),
    ...forgejo(skin, html),
  };
}

const open = remembered(({ issues, pulls }) => ({
  issues: issues.filter(({ state }) => state === "open").length,
  pulls: pulls.filter(({ state }) => state === "open").length,
}));

function counters(repository: FakeRepository) {
  return {
    stars_count: 0,
    forks_count: 0,
    watchers_count: 1,
    open_issues_count: open(repository).issues,
    open_pr_counter: open(repository).pulls,
    release_counter: 0,
  };
}

function features() {
  return {
    has_issues: true,
    internal_tracker: {
      enable_time_tracker: true,
      allow_only_contributors_to_track_time: true,
      enable_issue_dependencies: true,
    },
    has_wiki: false,
    has_pull_requests: true,
    has_projects: true,
    has_releases: true,
    has_packages: true,
    has_actions: true,
  };
}

function mergeSettings() {
  return {
    ignore_whitespace_conflicts: false,
    allow_merge_commits: false,
    allow_rebase: false,
    allow_rebase_explicit: false,
    allow_squash_merge: true,
    allow_fast_forward_only_merge: false,
    allow_rebase_update: true,
    default_delete_branch_after_merge: true,
    default_merge_style: "squash",
    default_allow_maintainer_edit: false,
  };
}

function newerGitea(skin: Skin, { branches }: FakeRepository) {
  return {
    ...(skin.isGitea(0) && { projects_mode: "all" }),
    ...(skin.isGitea(23) && { topics: [], licenses: [] }),
    ...(skin.isGitea(25) && {
      has_code: true,
      allow_manual_merge: false,
      autodetect_manual_merge: false,
    }),
    ...(skin.isGitea(26) && { branch_count: branches.length, default_target_branch: "" }),
    ...(skin.isGitea(27) && { allow_merge_update: true, default_update_style: "merge" }),
  };
}

function forgejo(skin: Skin, html: string) {
  return {
    ...(skin.isForgejo(0) && {
      topics: [],
      default_update_style: "merge",
      globally_editable_wiki: false,
      wiki_branch: "main",
    }),
    ...(skin.isForgejo(16) && {
      has_wiki_contents: false,
      wiki_clone_url: `${html}.wiki.git`,
      wiki_ssh_url: "",
    }),
  };
}
