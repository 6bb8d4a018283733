import { type Answer, answerJson } from "../answer.ts";
import { change } from "../change.ts";
import { isAdmin } from "../gitea/is-admin.ts";
import { moment } from "../gitea/moment.ts";
import type { FakeHook } from "../store.ts";
import { hookEvents } from "../webhook/hook-events.ts";
import { answerNothing, refuse, textsOf, type Write } from "./write.ts";

/** Makes a hook. It is switched off unless the body says otherwise, and kinds that the version does not know are left out without a word. */
export function createHook(write: Write): Answer {
  if (!isAdmin(write.store)) return forbidden(write);
  const { url, content_type, secret } = configOf(write);
  if (!url) return refuse(write, 422, "Missing config option: url");
  if (content_type !== "json" && content_type !== "form") {
    return refuse(write, 422, "Invalid content type");
  }
  const hook = change.createHook(write, {
    dialect: "gitea",
    url,
    secret: secret ?? "",
    events: hookEvents(write.store, textsOf(write, "events")),
    active: write.body.active === true,
  });
  return { ...answerJson(shapeHook(write, hook)), status: 201 };
}

export function listHooks(write: Write): Answer {
  if (!isAdmin(write.store)) return forbidden(write);
  const { hooks } = write.repository;
  return answerJson(
    hooks.map((hook) => shapeHook(write, hook)),
    { "X-Total-Count": String(hooks.length) },
  );
}

export function readHook(write: Write): Answer {
  return withHook(write, (hook) => answerJson(shapeHook(write, hook)));
}

export function editHook(write: Write): Answer {
  return withHook(write, (hook) => {
    const { url, secret } = configOf(write);
    if (url) hook.url = url;
    if (secret !== undefined) hook.secret = secret;
    if (Array.isArray(write.body.events)) {
      hook.events = hookEvents(write.store, textsOf(write, "events"));
    }
    if (typeof write.body.active === "boolean") hook.active = write.body.active;
    return answerJson(shapeHook(write, hook));
  });
}

export function deleteHook(write: Write): Answer {
  return withHook(write, (hook) => {
    change.deleteHook(write, hook.id);
    return answerNothing(204);
  });
}

function withHook(write: Write, answer: (hook: FakeHook) => Answer): Answer {
  if (!isAdmin(write.store)) return forbidden(write);
  const found = write.repository.hooks.find(({ id }) => id === Number(write.params.id));
  return found ? answer(found) : refuse(write, 404, "The target couldn't be found.");
}

function forbidden(write: Write): Answer {
  const message = "user should be an owner or a collaborator with admin write of a repository";
  return refuse(write, 403, message);
}

function configOf({ body }: Write): Partial<Record<"url" | "content_type" | "secret", string>> {
  const config = Object(body.config);
  const text = (name: string) => (typeof config[name] === "string" ? { [name]: config[name] } : {});
  return { ...text("url"), ...text("content_type"), ...text("secret") };
}

/** The secret is never shown again. */
function shapeHook({ store }: Write, { id, url, events, active, createdAt }: FakeHook) {
  return {
    id,
    type: "gitea",
    branch_filter: "*",
    config: { content_type: "json", url },
    events,
    authorization_header: "",
    active,
    updated_at: moment(store, createdAt),
    created_at: moment(store, createdAt),
  };
}
