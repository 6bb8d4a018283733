import type { FakeLabel } from "../store.ts";
import type { Place } from "./call.ts";

export function shapeLabel({ store, repository }: Place, label: FakeLabel) {
  const { id, name, color, description } = label;
  return {
    id,
    name,
    exclusive: false,
    is_archived: false,
    color,
    description,
    url: `${store.rootUrl}/api/v1/repos/${repository.owner}/${repository.name}/labels/${id}`,
  };
}
