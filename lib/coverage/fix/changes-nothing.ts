import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { languageOf } from "../language/languages.ts";
import { type Hunk, type PatchLine, readPatch } from "../patch/read-patch.ts";
import type { Target } from "./repair-target.ts";
import { sortPath } from "./sort-path.ts";

type Nothing = Target & { readonly rule: string };

/** What a change is whose every edit of the product is a comment or only another form of the same text; null where one is not, or where a patch that would tell is missing. */
export function changesNothing(files: readonly ChangedFile[]): Nothing | null {
  const product = files.filter(({ path }) => !["test", "docs"].includes(sortPath(path)));
  if (product.length === 0) return null;
  const edits = product.map(editOf);
  if (edits.every((edit) => edit === "comment")) {
    const note = "every edited line of the product is a comment";
    return { rule: "comment-only", kind: "docs_only", note };
  }
  if (edits.every((edit) => edit !== null)) {
    const note = "it changes only comments, blanks and line breaks";
    return { rule: "format-only", kind: "refactor", note };
  }
  return null;
}

function editOf({ path, patch }: ChangedFile): "comment" | "format" | null {
  const language = languageOf(path);
  if (!patch?.known || !language) return null;
  const blocks = editedBlocks(readPatch(patch.value));
  if (blocks.length === 0) return null;
  const code = blocks.map((block) =>
    block.filter(({ text }) => text.trim() !== "" && !language.comment.test(text)),
  );
  if (code.every((block) => block.length === 0)) {
    return blocks.flat().some(({ text }) => text.trim() !== "") ? "comment" : "format";
  }
  const form = language.spaceMatters ? asWritten : withoutSpace;
  const textOf = (block: readonly PatchLine[], kind: PatchLine["kind"]) =>
    block.flatMap((line) => (line.kind === kind ? form(line.text) : [])).join("");
  return code.every((block) => textOf(block, "added") === textOf(block, "removed"))
    ? "format"
    : null;
}

/** Runs of edited lines between lines that stayed: code that moved from one run to another runs in another order. */
function editedBlocks(hunks: readonly Hunk[]): readonly (readonly PatchLine[])[] {
  const blocks: PatchLine[][] = [];
  for (const { lines } of hunks) {
    let block: PatchLine[] = [];
    for (const line of lines) {
      if (line.kind === "context") block = [];
      else {
        if (block.length === 0) blocks.push(block);
        block.push(line);
      }
    }
  }
  return blocks;
}

const asWritten = (text: string): string => `${text.trimEnd()}\n`;

const QUOTES = "\"'`";

/** A line without the space between its parts; what stands in quotes is what the program says. */
function withoutSpace(text: string): string {
  let kept = "";
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== "" && sign === "\\") {
      kept += text.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (quote === "" ? QUOTES.includes(sign) : sign === quote) quote = quote === "" ? sign : "";
    if (quote !== "" || sign.trim() !== "") kept += sign;
  }
  return kept;
}
