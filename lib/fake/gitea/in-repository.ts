import { type Answer, answerError, answerNotFound } from "../answer.ts";
import type { FakeRepository, FakeStore } from "../store.ts";
import type { Call, RepositoryCall } from "./call.ts";

/** Answers for the repository that the path names, or says where it is called otherwise now. */
export function answerInRepository(call: Call, answer: (call: RepositoryCall) => Answer): Answer {
  const { store, params } = call;
  const asked = `${params.owner}/${params.repo}`.toLowerCase();
  const repository = store.repositories.find((each) => fullName(each) === asked);
  if (repository) return misreadTime(call) ?? answer({ ...call, repository });
  const renamed = store.repositories.find((each) => formerNames(each).includes(asked));
  return renamed ? redirect(call, renamed) : answerNotFound(store);
}

const fullName = ({ owner, name }: FakeRepository): string => `${owner}/${name}`.toLowerCase();

/** One that came from another owner keeps that owner's name before its own. */
const formerNames = ({ owner, formerNames: names }: FakeRepository): string[] =>
  names.map((name) => (name.includes("/") ? name : `${owner}/${name}`).toLowerCase());

function redirect({ params, path, query }: Call, renamed: FakeRepository): Answer {
  const target = path.replace(
    `/${params.owner}/${params.repo}`,
    `/${renamed.owner}/${renamed.name}`,
  );
  const suffix = query.size > 0 ? `?${query.toString()}` : "";
  return { status: 301, headers: { Location: `${target}${suffix}` }, body: "" };
}

// An unescaped `+` of an offset arrives as a blank, and the forge refuses it rather than guess.
function misreadTime({
  query,
  store,
}: {
  query: URLSearchParams;
  store: FakeStore;
}): Answer | null {
  for (const name of ["since", "before"]) {
    const text = query.get(name);
    if (!text || !Number.isNaN(Date.parse(text))) continue;
    const message = `parsing time "${text}" as "2006-01-02T15:04:05Z07:00"`;
    return answerError({ status: 422, message, rootUrl: store.rootUrl });
  }
  return null;
}
