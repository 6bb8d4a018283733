import { saidBy } from "./group-links.ts";
import type { Link, Said } from "./link.ts";

/** What a person is asked about, in the order of the links: every reference that may mean several things, and every claim to cover that is only likely, for it counts as evidence only once somebody says so. */
export function toConfirm(links: readonly Link[]): readonly Said[] {
  return links.flatMap(saidBy).filter((said) => asksPerson(said));
}

/** Whether a mention waits for a person's word. */
export const asksPerson = ({ certainty, relation }: Said): boolean =>
  certainty === "ambiguous" || (certainty === "likely" && relation === "covers");
