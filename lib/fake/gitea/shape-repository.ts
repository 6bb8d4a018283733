import type { FakeRepository } from "../store.ts";
import type { Place } from "./call.ts";
import { tipOf } from "./history.ts";
import { isAdmin } from "./is-admin.ts";
import { shapeUser } from "./shape-user.ts";

/** A repository as the API shows it to somebody who may read it. */
export function shapeRepository({ store, repository }: Place) {
  const { owner, name } = repository;
  const html = `${store.rootUrl}/${owner}/${name}`;
  const api = `${store.rootUrl}/api/v1/repos/${owner}/${name}`;
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
    created_at: repository.createdAt,
    updated_at: tipOf(repository, repository.defaultBranch).at,
    archived_at: "1970-01-01T00:00:00Z",
    permissions: { admin: isAdmin(store), push: isAdmin(store), pull: true },
    ...features(),
    ...mergeSettings(),
    avatar_url: "",
    internal: false,
    mirror_interval: "",
    object_format_name: "sha1",
    mirror_updated: "0001-01-01T00:00:00Z",
    repo_transfer: null,
    topics: [],
    licenses: [],
  };
}

function counters(repository: FakeRepository) {
  return {
    stars_count: 0,
    forks_count: 0,
    watchers_count: 1,
    branch_count: repository.branches.length,
    open_issues_count: repository.issues.filter((issue) => issue.state === "open").length,
    open_pr_counter: repository.pulls.filter((pull) => pull.state === "open").length,
    release_counter: 0,
  };
}

function features() {
  return {
    has_code: true,
    has_issues: true,
    internal_tracker: {
      enable_time_tracker: true,
      allow_only_contributors_to_track_time: true,
      enable_issue_dependencies: true,
    },
    has_wiki: false,
    has_pull_requests: true,
    has_projects: true,
    projects_mode: "all",
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
    allow_merge_update: true,
    allow_rebase_update: true,
    allow_manual_merge: false,
    autodetect_manual_merge: false,
    default_delete_branch_after_merge: true,
    default_merge_style: "squash",
    default_update_style: "merge",
    default_allow_maintainer_edit: false,
    default_target_branch: "",
  };
}
