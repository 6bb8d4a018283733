import { isTestFile } from "../../test/is-test-file.ts";
import { isBelow, prefixOf, unclearPick } from "./pick.ts";
import type { Followed, Run } from "./run.ts";
import { shownWord } from "./word-signs.ts";

/** Runners whose tests only a build description of their own tells. */
const OPAQUE =
  /^(ctest|bazel|bazelisk|buck2?|pants|nox|invoke|inv|ng|karma|lein|meson|ninja|earthly|dagger|kuttl|chainsaw)$/;

/** What such a runner may run: any test below its folder; null where it does not test. */
export function opaqueTests({ program, args, directory }: Run): Followed | null {
  const isRake =
    program === "rake" && (args.length === 0 || args.some((word) => /(test|spec)/.test(word)));
  if (!OPAQUE.test(program) && !isRake) return null;
  const tests =
    isRake ||
    program === "ctest" ||
    program === "karma" ||
    program === "kuttl" ||
    program === "chainsaw" ||
    args.some((word) => /(^|[-:_])(test|tests|e2e|check)\b/.test(word));
  if (!tests || args.includes("build")) return null;
  const shown = shownWord([program, ...args].join(" ")).slice(0, 80);
  const why = `what \`${shown}\` runs cannot be told from the file`;
  return {
    tests: [
      unclearPick(
        `${prefixOf(directory)}…`,
        (path) => isBelow(directory, path) && isTestFile(path),
        why,
      ),
    ],
    unresolved: [`runs \`${shown}\`, whose tests cannot be told`],
  };
}
