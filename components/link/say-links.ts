import type { LinksView, RejectedLinks } from "#/lib/contract/links.ts";

const number = (n: number) => n.toLocaleString("en-GB");
const verb = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

/** "2 links wait for a person". */
export function sayWaiting({ asks }: LinksView["counts"]): string {
  return asks === 0
    ? "No link waits for a person"
    : verb(asks, "link waits", "links wait").concat(" for a person");
}

/** "Of 12 links, 3 repair, 1 covers and 8 only mention something." */
export function sayLinks({ closes, covers, refs }: LinksView["counts"]): string {
  const all = closes + covers + refs;
  if (all === 0) return "No text that was read leads to anything of this program.";
  return `Of ${verb(all, "link", "links")}, ${verb(closes, "repairs", "repair")}, ${verb(covers, "covers", "cover")} and ${verb(refs, "only mentions", "only mention")} something.`;
}

/** "Rejected: 2 links", and how many of them are shown where not all are. */
export function sayRejected({ total, rows }: RejectedLinks): string {
  const shown = rows.length < total ? `, the newest ${number(rows.length)} of them here` : "";
  return `Rejected: ${verb(total, "link", "links")}${shown}`;
}

/** "3 mentions, 1 waits for a person". */
export function sayMentions(mentions: readonly { readonly asks: boolean }[]): string {
  const asking = mentions.filter(({ asks }) => asks).length;
  const all = verb(mentions.length, "mention", "mentions");
  return asking === 0 ? all : `${all}, ${verb(asking, "waits", "wait")} for a person`;
}
