import type { Language } from "../language/language.ts";
import { endingOf, languageOf, languagesOf } from "../language/languages.ts";
import { UNREAD_TESTS } from "../language/unread-tests.ts";

// No system opens a longer one.
const PATH_MAX = 4096;

/** Whether a path carries the name that its language gives to a test; helpers, fixtures, goldens and snapshots do not. */
export function isTestFile(path: string): boolean {
  if (path.length > PATH_MAX) return false;
  for (const language of languagesOf(path)) {
    if (language.testFile.test(path) || liesWithTests(language, path)) return true;
  }
  return UNREAD_TESTS.get(endingOf(path))?.test(path) ?? false;
}

function liesWithTests({ testFolder }: Language, path: string): boolean {
  const found = testFolder?.path.exec(path);
  return !!found && !testFolder?.helper.test(path.slice(found.index));
}

const TEST_FOLDER = /(?:^|\/)(?:__tests__|tests?|specs?|e2e|[\w.]*\.(?:\w*Tests?))\//i;

/** Whether a file whose name is no test's may hold test cases all the same: Rust keeps them beside what they test, and below a folder of tests any code may. Only what its patch adds tells. */
export function mayHoldTests(path: string): boolean {
  const language = languageOf(path);
  if (language === null || isTestFile(path)) return false;
  return language.name === "Rust" || TEST_FOLDER.test(path);
}
