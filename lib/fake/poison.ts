import type { Answer, Asked } from "./answer.ts";

/** A row that makes every answer that would hold it fail, however it is asked for. */
export type Poison = {
  /** As `owner/name`. */
  repository: string;
  /** Of an issue or pull request. */
  number?: number;
  /** A comment's id. */
  comment?: number;
  /** Only answers whose address holds this text; absent means all. */
  only?: string;
};

/** Whether an answer holds such a row. Numbers of labels and milestones are none: rows alone have the field. */
export function holdsPoison(asked: Asked, answer: Answer, poison: readonly Poison[]): boolean {
  const { body, status } = answer;
  if (poison.length === 0 || status !== 200 || typeof body !== "string") return false;
  return poison.some(
    ({ repository, only, ...row }) =>
      (only === undefined || asked.url.pathname.includes(only)) &&
      isOf(asked, repository) &&
      holds(body, row),
  );
}

/** Inside of a text the quotation marks would be escaped, so that nothing somebody wrote is taken for a row. */
function holds(body: string, { number, comment }: Pick<Poison, "number" | "comment">): boolean {
  if (comment !== undefined && body.includes(`#issuecomment-${comment}"`)) return true;
  if (number === undefined) return false;
  return body.includes(`"number":${number},`) || body.includes(`"number":${number}}`);
}

function isOf({ url, body }: Asked, repository: string): boolean {
  const [owner = "", name = ""] = repository.split("/");
  if (url.pathname.includes(`/${owner}/${name}/`)) return true;
  return body.includes(JSON.stringify(owner)) && body.includes(JSON.stringify(name));
}
