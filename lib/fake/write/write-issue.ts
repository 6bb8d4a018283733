import { type Answer, answerJson } from "../answer.ts";
import { type Place, subjectOf } from "../change/place.ts";
import { change } from "../change.ts";
import { readForge } from "./read-forge.ts";
import { answerNothing, answerRead, labelNames, refuse, textOf, type Write } from "./write.ts";

export function createIssue(write: Write): Answer {
  const title = textOf(write, "title");
  if (!title) return refuse(write, 422, "[Title]: Required");
  const body = textOf(write, "body") ?? "";
  const labels = labelNames(write);
  const { number } = change.openIssue(write, { author: write.by, title, body, labels });
  return answerRead(write, `/issues/${number}`);
}

/** Changes the title, the body and whether it is open, each where it is given. */
export function editIssue(write: Write): Answer {
  return editSubject(write, "issues");
}

export function editPull(write: Write): Answer {
  return editSubject(write, "pulls");
}

function editSubject(write: Write, kind: "issues" | "pulls"): Answer {
  const place = placeOf(write);
  if (!isThere(place)) return refuse(write, 404, "The target couldn't be found.");
  const [title, body] = [textOf(write, "title"), textOf(write, "body")];
  if (title !== undefined || body !== undefined) {
    change.edit(place, {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
    });
  }
  const state = textOf(write, "state");
  if (state !== undefined && state !== subjectOf(place).state) {
    if (state === "closed") change.close(place);
    else change.reopen(place);
  }
  return answerRead(write, `/${kind}/${place.number}`, write.store.github ? 200 : 201);
}

export function addLabels(write: Write): Answer {
  const place = placeOf(write);
  if (!isThere(place)) return refuse(write, 404, "The target couldn't be found.");
  for (const name of labelNames(write)) change.label(place, name);
  const { labels } = Object(readForge(write, `/issues/${place.number}`));
  return answerJson(labels);
}

export function createComment(write: Write): Answer {
  const place = placeOf(write);
  if (!isThere(place)) return refuse(write, 404, "The target couldn't be found.");
  const body = textOf(write, "body");
  if (!body) return refuse(write, 422, "[Body]: Required");
  const { id } = change.comment(place, { author: write.by, body });
  return answerRead(write, `/issues/comments/${id}`);
}

export function editComment(write: Write): Answer {
  const id = commentId(write);
  const body = textOf(write, "body");
  if (id === null) return refuse(write, 404, "The target couldn't be found.");
  if (!body) return refuse(write, 422, "[Body]: Required");
  change.editComment(write, { id, body });
  return answerRead(write, `/issues/comments/${id}`, 200);
}

export function deleteComment(write: Write): Answer {
  const id = commentId(write);
  if (id === null) return refuse(write, 404, "The target couldn't be found.");
  change.deleteComment(write, id);
  return answerNothing(204);
}

function commentId({ params, repository }: Write): number | null {
  const id = Number(params.id);
  return repository.comments.some((row) => row.id === id) ? id : null;
}

export const placeOf = (write: Write): Place => ({ ...write, number: Number(write.params.index) });

const isThere = ({ repository, number }: Place): boolean =>
  [...repository.issues, ...repository.pulls].some((row) => row.number === number);
