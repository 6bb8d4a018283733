import type { Language } from "../../language/language.ts";
import { isTestFile } from "../is-test-file.ts";
import type { Construct } from "./read-constructs.ts";
import { is } from "./read-line.ts";

/** The line of a new file of nothing but imports that imports another test file, whose cases then run once more, in the setting of this one; null when there is none. */
export function reusedSuite(
  language: Language,
  path: string,
  constructs: readonly Construct[],
): Construct | null {
  if (!constructs.every(({ read }) => is(read, "import"))) return null;
  const ending = path.slice(path.lastIndexOf("."));
  return (
    constructs.find(({ read }) => {
      const what = language.imports.flatMap((one) => one.exec(read.text)?.[1] ?? []);
      return what.some((one) => namesTest(one, ending));
    }) ?? null
  );
}

// An import leaves out the ending, and in some languages puts dots between folders; a path of `::` only names what is there.
function namesTest(imported: string, ending: string): boolean {
  if (imported.includes("::")) return false;
  const file = imported.slice(imported.lastIndexOf("/") + 1);
  const name = file.slice(file.lastIndexOf(".") + 1);
  return isTestFile(file) || isTestFile(file + ending) || isTestFile(name + ending);
}
