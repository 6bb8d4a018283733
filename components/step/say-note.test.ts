import { expect, test } from "vitest";
import { sayNote } from "./say-note.ts";

test.each([
  ["part of a sentence", "the title's type is fix", "The title's type is fix."],
  ["a whole sentence stays", "It drives a browser.", "It drives a browser."],
  ["a question of a reason stays", "why not?", "Why not?"],
  ["what has no case stays", "42 lines", "42 lines."],
])("%s", (_what, note, sentence) => {
  expect(sayNote(note)).toBe(sentence);
});
