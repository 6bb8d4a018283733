import type { Edit, FileAt, Target } from "./edit.ts";
import { folderOf, functionName, goPackage, keepsLimit, pascal } from "./names.ts";

/** A Go test: calls the changed function, or asks the running product where that is not written in Go. */
export function renderGoTest({ repository, path }: FileAt, edits: readonly Edit[]): string {
  const packages = new Set(["testing"]);
  const cases = edits.map((edit) => {
    const name = `Test${pascal(edit.words)}`;
    if (!edit.target?.path.endsWith(".go")) {
      for (const needed of ["net/http", "os"]) packages.add(needed);
      return overHttp(name, edit);
    }
    const isBeside = folderOf(edit.target.path) === folderOf(path);
    if (!isBeside) packages.add(`${repository}/${folderOf(edit.target.path)}`);
    const called = functionName(edit.target);
    return calling(
      name,
      isBeside ? called : `${goPackage(edit.target.path)}.${called}`,
      edit.target,
    );
  });
  return `package ${goPackage(path)}\n\n${importsOf([...packages])}${cases.join("")}`;
}

function importsOf(packages: readonly string[]): string {
  const [only] = packages;
  if (packages.length === 1) return `import "${only}"\n`;
  const sorted = packages.toSorted().map((each) => `\t"${each}"\n`);
  return `import (\n${sorted.join("")})\n`;
}

const calling = (name: string, called: string, { words }: Target): string =>
  keepsLimit(words)
    ? `
func ${name}(t *testing.T) {
	if got := ${called}(12, 10); got != 10 {
		t.Fatalf("12 at a limit of 10 gave %d, not 10", got)
	}
	if got := ${called}(7, 10); got != 7 {
		t.Fatalf("7 at a limit of 10 gave %d, not 7", got)
	}
}
`
    : `
func ${name}(t *testing.T) {
	if ${called}([]string{"a"}, "b") {
		t.Fatal("b was taken for a known one")
	}
	if !${called}([]string{"a", "b"}, "b") {
		t.Fatal("b was not found among the known ones")
	}
}
`;

const overHttp = (name: string, { words }: Edit): string => `
func ${name}(t *testing.T) {
	answer, err := http.Get(os.Getenv("BASE_URL") + "/rpc/${pascal(words)}?value=12&limit=10")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("the call was answered with %d, not 200", answer.StatusCode)
	}
}
`;
