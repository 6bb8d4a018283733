import { readReferences } from "./read-references.ts";

/** Whether a pull request says itself that it covers something: it names it as covered, or closes a gap; words that are held do not count. */
export const saysItCovers = ({ title, body }: { title: string; body: string | null }): boolean =>
  [...readReferences(title, { title: true }), ...readReferences(body ?? "")].some(
    ({ relation, held, target }) =>
      held === null && (relation === "covers" || (relation === "closes" && target.kind === "gap")),
  );
