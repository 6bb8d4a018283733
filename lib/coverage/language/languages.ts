import { csharp } from "./csharp.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { javascript, typeTest } from "./javascript.ts";
import { kotlin } from "./kotlin.ts";
import type { Language } from "./language.ts";
import { php } from "./php.ts";
import { python } from "./python.ts";
import { ruby } from "./ruby.ts";
import { rust } from "./rust.ts";
import { shell } from "./shell.ts";

/** Every language whose constructs are known; of two that claim a path the first one counts. */
export const LANGUAGES: readonly Language[] = [
  go,
  typeTest,
  javascript,
  python,
  shell,
  java,
  kotlin,
  ruby,
  php,
  csharp,
  rust,
];

const byEnding = new Map<string, readonly Language[]>();
for (const language of LANGUAGES) {
  for (const ending of language.endings) {
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), language]);
  }
}

/** The languages that paths of this ending may hold; none when their constructs are not known. */
export function languagesOf(path: string): readonly Language[] {
  return byEnding.get(endingOf(path)) ?? [];
}

/** The language of a path by its ending; null when its constructs are not known. */
export function languageOf(path: string): Language | null {
  for (const language of languagesOf(path)) {
    if (!language.onlyTests || language.testFile.test(path)) return language;
  }
  return null;
}

/** What stands behind the last dot of a path; empty where it has none. */
export function endingOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot === -1 ? "" : path.slice(dot + 1);
}
