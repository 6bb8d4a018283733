import type { LabelFact } from "#/lib/facts/label.ts";
import { isForbidden, isGone } from "../fails-all.ts";
import type { Page, PageRequest } from "../forge.ts";
import { type Place, timeOf } from "./list.ts";
import { labelsOf } from "./lists.ts";
import { labelsPosition } from "./positions.ts";
import { readList } from "./read-list.ts";

/** One page of the labels: the repository's own first, then those of the organisation that owns it. An owner that is no organisation has none, and neither has one that the token may not see. */
export async function readLabels(
  place: Place,
  request: PageRequest<"labels">,
): Promise<Page<LabelFact>> {
  const { http, repository } = place;
  const position = labelsPosition(request.position);
  if (position?.list !== "owner") {
    const page = await readList(http, labelsOf(`/repos/${repository}/labels`, place), position);
    const next = page.next
      ? { ...page.next, list: "own", own: null }
      : {
          page: 1,
          limit: place.server.abilities.pageMax,
          totalBefore: null,
          list: "owner",
          own: page.total,
        };
    return { ...page, next, total: null };
  }
  const owner = repository.split("/")[0] ?? "";
  try {
    const page = await readList(http, labelsOf(`/orgs/${owner}/labels`, place), position);
    const { own } = position;
    return {
      ...page,
      next: page.next && { ...page.next, list: "owner", own },
      total: own === null || page.total === null ? null : own + page.total,
    };
  } catch (error) {
    if (!isForbidden(error) && !isGone(error)) throw error;
    return { rows: [], poison: [], next: null, total: position.own, serverTime: timeOf(place) };
  }
}
