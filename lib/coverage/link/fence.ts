export type Fence = {
  readonly mark: string;
  /** Of the quote that it stands in. */
  readonly depth: number;
};

const MARK = /^(`{3,}|~{3,})/;

/** The fence that a line opens; null when it opens none. */
export function openFence(content: string, depth: number): Fence | null {
  const mark = MARK.exec(content)?.[1];
  if (mark === undefined) return null;
  if (mark.startsWith("`") && content.includes("`", mark.length)) return null;
  return { mark, depth };
}

/** What is open after a line of a fenced block: the same fence, or null where the line ends it. */
export function afterFenced(fence: Fence, content: string): Fence | null {
  const mark = MARK.exec(content)?.[1] ?? "";
  return mark.startsWith(fence.mark) && content.slice(mark.length).trim() === "" ? null : fence;
}
