import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import { readPatch } from "../patch/read-patch.ts";

const LINES_MIN = 3;

/** A short mark of the edited lines of every patch that was asked for, equal for equal patches whatever the line numbers; null where one is unknown, where none was asked for, and for one too small to tell two apart. */
export function digestPatches(files: Known<readonly ChangedFile[]>): string | null {
  if (!files.known) return null;
  const asked = files.value.filter(({ patch }) => patch !== undefined);
  if (asked.length === 0 || asked.some(({ patch }) => !patch?.known)) return null;
  const paths = files.value.map(({ path, status }) => `${status} ${path}`).toSorted();
  const edits = asked
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .flatMap(({ path, patch }) => [path, ...(patch?.known ? editsOf(patch.value) : [])]);
  if (edits.length - asked.length < LINES_MIN) return null;
  const text = [...paths, ...edits].join("\n");
  return `${text.length.toString(36)}-${hash(text)}`;
}

function editsOf(patch: string): readonly string[] {
  const edits: string[] = [];
  for (const { lines } of readPatch(patch)) {
    for (const { kind, text } of lines) if (kind !== "context") edits.push(`${kind} ${text}`);
  }
  return edits;
}

// FNV-1a twice: pure, quick and no secret to keep; two of them and the length make an accident improbable.
function hash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x01000193);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}
