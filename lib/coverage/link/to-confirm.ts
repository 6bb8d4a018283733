import { saidBy } from "./group-links.ts";
import type { Link, Said } from "./link.ts";

/** What a person is asked about, in the order of the links: every reference that may mean several things, and every claim to cover that is only likely, for it counts as evidence only once somebody says so. */
export function toConfirm(links: readonly Link[]): readonly Said[] {
  return links.flatMap(asking);
}

/** The mentions of one link that wait for a person; what is certain of the same pair already says as much waits for nobody. */
export function asking(link: Link): readonly Said[] {
  const said = saidBy(link);
  const sure = said.filter(({ certainty }) => certainty === "certain");
  return said.filter(
    (each) =>
      asksPerson(each) &&
      !sure.some(({ relation }) => relation === each.relation || each.relation === "refs"),
  );
}

/** Whether a mention waits for a person's word. */
export const asksPerson = ({ certainty, relation }: Said): boolean =>
  certainty === "ambiguous" || (certainty === "likely" && relation === "covers");
