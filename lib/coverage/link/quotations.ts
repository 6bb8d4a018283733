const TAG = /<(\/?)blockquote\b[^<>]{0,200}>/gi;

export type Quotations = {
  /** Takes note of the tags of a line, and gives it back without them. */
  read(line: string): { readonly content: string; readonly hasTag: boolean };
  /** Whether any part of the line that was read last is quoted. */
  isOpen(): boolean;
};

/** Keeps how many HTML quotations are open from line to line; one that never ends quotes all that follows. */
export function newQuotations(): Quotations {
  let depth = 0;
  let isOpen = false;
  return {
    read(line) {
      const tags = line.includes("<") ? [...line.matchAll(TAG)] : [];
      isOpen = depth > 0;
      for (const [, slash] of tags) {
        depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
        isOpen ||= depth > 0;
      }
      const hasTag = tags.length > 0;
      return { content: hasTag ? line.replace(TAG, " ").trim() : line, hasTag };
    },
    isOpen: () => isOpen,
  };
}
