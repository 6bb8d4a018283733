import { type Answer, answerJson, answerNotFound } from "../answer.ts";
import type { FakeLabel } from "../store.ts";
import type { Call, RepositoryCall } from "./call.ts";
import { compare } from "./compare.ts";
import { pageOf } from "./page.ts";
import { shapeLabel, shapeOrgLabel } from "./shape-label.ts";

/** The labels of a repository by name, without those that its organisation lends it. */
export function answerLabels(call: RepositoryCall): Answer {
  const { rows, headers } = pageOf(call, { all: byName(call.repository.labels), kind: "no-link" });
  return answerJson(
    rows.map((label) => shapeLabel(call, label)),
    headers,
  );
}

export function answerOrgLabels(call: Call): Answer {
  const { store, params } = call;
  const org = params.org ?? "";
  const lent = store.orgLabels?.get(org);
  if (!lent && !store.repositories.some(({ owner }) => owner === org)) return answerNotFound(store);
  const { rows, headers } = pageOf(call, { all: byName(lent ?? []), kind: "no-link" });
  return answerJson(
    rows.map((label) => shapeOrgLabel({ store, org }, label)),
    headers,
  );
}

const byName = (labels: readonly FakeLabel[]): FakeLabel[] =>
  labels.toSorted((a, b) => compare(a.name, b.name));
