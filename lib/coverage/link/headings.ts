import type { Block } from "./read-blocks.ts";
import { isLater } from "./read-doubt.ts";

/** Below all six levels of Markdown. */
const BOLD_LEVEL = 7;
const LEAD_LEVEL = 8;
const BOLD = /^(?:\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__):?$/;
const LEAD_MAX = 300;

type Heading = {
  readonly level: number;
  readonly names: readonly string[];
  readonly later: boolean;
};

export type Headings = {
  /** Takes note of a block before its references are read; `next` tells whether a line that ends with a colon leads a list. */
  enter(block: Block, next: Block | undefined): void;
  /** Names of the nearest heading above that has any. */
  names(): readonly string[];
  /** Whether what stands here is still to be done. */
  isLater(): boolean;
};

/** Keeps the headings that a block stands below. A line in bold type is one, and so is a line with a colon above a list, for as long as the list goes on. */
export function newHeadings(namesIn: (text: string) => readonly string[]): Headings {
  let open: Heading[] = [];
  return {
    enter(block, next) {
      const level = levelOf(block, next);
      if (block.kind !== "item") open = open.filter((each) => each.level !== LEAD_LEVEL);
      if (level === null) return;
      open = open.filter((each) => each.level < level);
      open.push({ level, names: namesIn(block.text), later: isLater(block.text) });
    },
    names: () => open.findLast((each) => each.names.length > 0)?.names ?? [],
    isLater: () => open.some((each) => each.later),
  };
}

function levelOf({ kind, level, text }: Block, next: Block | undefined): number | null {
  if (kind === "heading") return level;
  if (kind === "item" || text.length > LEAD_MAX) return null;
  if (BOLD.test(text)) return BOLD_LEVEL;
  return /:[*_]{0,3}$/.test(text) && next?.kind === "item" ? LEAD_LEVEL : null;
}
