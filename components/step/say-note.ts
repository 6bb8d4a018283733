/** A rule's note as a sentence: rules write some as part of one. */
export function sayNote(note: string): string {
  const text = note.trim();
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…:;]$/.test(start) ? start : `${start}.`;
}
