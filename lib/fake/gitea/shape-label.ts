import type { FakeLabel, FakeStore } from "../store.ts";
import type { Place } from "./call.ts";

export function shapeLabel({ store, repository }: Place, label: FakeLabel) {
  return shape(label, `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}`);
}

/** A label that an organisation lends to its repositories. */
export function shapeOrgLabel({ store, org }: { store: FakeStore; org: string }, label: FakeLabel) {
  return shape(label, `${store.rootUrl}/api/v1/orgs/${org}`);
}

function shape({ id, name, color, description }: FakeLabel, api: string) {
  return {
    id,
    name,
    exclusive: false,
    is_archived: false,
    color,
    description,
    url: `${api}/labels/${id}`,
  };
}
