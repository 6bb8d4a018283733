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

/** The language of a path by its ending; null when its constructs are not known. */
export function languageOf(path: string): Language | null {
  return LANGUAGES.find(({ code }) => code.test(path)) ?? null;
}
