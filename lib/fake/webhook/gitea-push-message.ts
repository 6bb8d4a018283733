import { shapeUser } from "../gitea/shape-user.ts";
import type { FakeEvent } from "./event.ts";
import type { Ground } from "./ground.ts";

type Of<Kind extends FakeEvent["kind"]> = Extract<FakeEvent, { kind: Kind }>;

/** What Gitea tells of a branch that moved or was made. */
export function giteaPushMessage(ground: Ground, event: Of<"push"> | Of<"branch-created">) {
  if (event.kind === "branch-created") {
    const payload = { sha: event.sha, ref: event.branch, ref_type: "branch" };
    return { type: "create", event: "create", payload };
  }
  const { store, repository } = ground;
  const web = `${store.rootUrl}/${repository.owner}/${repository.name}`;
  const { branch, before, after } = event;
  const commit = shapePushed(ground, event);
  const payload = {
    ref: `refs/heads/${branch}`,
    before,
    after,
    compare_url: `${web}/compare/${before}...${after}`,
    commits: [commit],
    total_commits: 1,
    head_commit: commit,
    pusher: shapeUser(store, event.sender),
  };
  return { type: "push", event: "push", payload };
}

function shapePushed({ store, repository }: Ground, event: Of<"push">) {
  const { login, email } = shapeUser(store, event.sender);
  const person = { name: login, email, username: login };
  return {
    id: event.after,
    message: `${event.title}\n`,
    url: `${store.rootUrl}/${repository.owner}/${repository.name}/commit/${event.after}`,
    author: person,
    committer: person,
    verification: null,
    timestamp: store.clock.now(),
    added: [],
    removed: [],
    modified: event.paths,
  };
}
