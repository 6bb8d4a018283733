import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { Call } from "./call.ts";
import { shapeRepository } from "./shape-repository.ts";
import { skinOf } from "./skin.ts";

/** What the server says of its own limits, which clients must ask for. */
export function answerSettings({ store, pageMax, treePageMax }: Call): Answer {
  return answerJson({
    max_response_items: pageMax,
    default_paging_num: Math.min(30, pageMax),
    default_git_trees_per_page: treePageMax,
    default_max_blob_size: 10_485_760,
    ...(skinOf(store).isGitea(24) && { default_max_response_size: 104_857_600 }),
  });
}

/** A repository by the number that it keeps for life, under the name that it has now. */
export function answerRepositoryById({ store, params }: Call): Answer {
  const repository = store.repositories.find((each) => each.id === Number(params.id));
  if (!repository) return answerNotFound(store);
  return answerJson(shapeRepository({ store, repository }));
}
