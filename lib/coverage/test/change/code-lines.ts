import type { Language } from "../../language/language.ts";
import type { Hunk, PatchLine } from "../../patch/read-patch.ts";

type Inside = Record<PatchLine["kind"], string | null>;
type Block = { readonly word: string; readonly opens: boolean };

const BEFORE_TEXT = /(?:^\s*|[=([{,:+]\s*|\breturn\s+)[rbfuRBFU]{0,2}$/;
const BEFORE_COMMENT = /^\s*\{?$|[;{}]\s+$/;
const EXPECTS_TEXT = /[:=(,+[{]\s*$/;
const GOES_ON = /^\s*[,)\]}.;]/;

/** The lines of a hunk that are code of its language, in order: no blank line, no comment, no text of several lines such as a docstring. */
export function codeLines(language: Language, hunk: Hunk): readonly PatchLine[] {
  const inside: Inside = { context: null, added: null, removed: null };
  let code: PatchLine[] = [];
  let previous = "";
  for (const line of hunk.lines) {
    const open = inside[line.kind] ?? (line.kind === "context" ? inside.added : null);
    if (open !== null) {
      if (line.text.includes(open)) set(inside, line.kind, null);
      continue;
    }
    if (line.text.trim() === "") continue;
    const block = blockIn(language, line.text, previous);
    const comment = language.comment.test(line.text);
    if (!comment || block) previous = line.text;
    // What closes here was opened above the hunk: all that came before was text.
    if (block && !block.opens) code = [];
    else {
      if (block) set(inside, line.kind, block.word);
      if (!comment) code.push(line);
    }
  }
  return code;
}

// A context line stands on both sides; a changed one only on its own.
function set(inside: Inside, kind: PatchLine["kind"], close: string | null): void {
  inside[kind] = close;
  if (kind === "context") inside.added = inside.removed = close;
  else if (close === null) inside.context = null;
}

/** The block that this line opens and leaves open, or closes without having opened it; null when it does neither. */
function blockIn(language: Language, text: string, previous: string): Block | null {
  for (const [open, close] of language.blocks) {
    const at = text.indexOf(open);
    if (at === -1 || text.includes(close, at + open.length)) continue;
    // In the middle of a line it is more often part of a text, such as a glob.
    if (open !== close) {
      if (BEFORE_COMMENT.test(text.slice(0, at).slice(-200))) return { word: close, opens: true };
      continue;
    }
    const opens =
      text.trim() === open
        ? previous === "" || EXPECTS_TEXT.test(previous.slice(-200))
        : BEFORE_TEXT.test(text.slice(0, at).slice(-200)) && !closes(text, at, open);
    return { word: close, opens };
  }
  return null;
}

/** Whether code goes on behind the word, as in `""", 1)`. */
function closes(text: string, at: number, word: string): boolean {
  if (text.slice(0, at).trim() !== "") return false;
  return GOES_ON.test(text.slice(at + word.length).slice(0, 200));
}
