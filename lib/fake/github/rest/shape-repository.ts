import { isAdmin } from "../../gitea/is-admin.ts";
import { remembered } from "../../gitea/remember.ts";
import { commitAt } from "../lines.ts";
import { nodeId } from "../node-id.ts";
import { apiOf, fullNameOf, type Place, webOf } from "../site.ts";
import { shapeUser } from "./shape-user.ts";

// Pull requests are counted here too.
const openIn = remembered(
  ({ issues, pulls }) => [...issues, ...pulls].filter(({ state }) => state === "open").length,
);

export function shapeRepository(place: Place) {
  const { repository } = place;
  const { id, owner, name, description, defaultBranch, createdAt } = repository;
  const url = apiOf(place);
  const web = webOf(place);
  const latest = commitAt(repository, defaultBranch)?.at ?? createdAt;
  return {
    id,
    node_id: nodeId("R", id),
    name,
    full_name: fullNameOf(repository),
    private: true,
    owner: { ...shapeUser(place, owner), login: owner, type: "Organization" },
    html_url: web,
    description: description || null,
    fork: false,
    url,
    created_at: createdAt,
    updated_at: latest,
    pushed_at: latest,
    git_url: `${web}.git`,
    ssh_url: `${web}.git`,
    clone_url: `${web}.git`,
    homepage: null,
    size: 20_480,
    language: null,
    has_issues: true,
    has_projects: true,
    has_wiki: false,
    archived: false,
    disabled: false,
    open_issues_count: openIn(repository),
    license: null,
    allow_forking: false,
    is_template: false,
    topics: [],
    visibility: "private",
    default_branch: defaultBranch,
    permissions: permissionsOf(place),
  };
}

function permissionsOf({ store }: Place) {
  const own = isAdmin(store);
  return { admin: own, maintain: own, push: own, triage: own, pull: true };
}
