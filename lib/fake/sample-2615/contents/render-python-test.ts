import type { Edit, FileAt } from "./edit.ts";
import { functionName, keepsLimit, pascal, snake } from "./names.ts";

/** A pytest file: calls the changed function, or asks the running product where that is not written in Python. */
export function renderPythonTest(_file: FileAt, edits: readonly Edit[]): string {
  const imports = new Set<string>();
  const cases = edits.map((edit) => {
    if (edit.target?.path.endsWith(".py")) {
      const called = functionName(edit.target);
      const from = edit.target.path.replace(/\.py$/, "").replaceAll("/", ".");
      imports.add(`from ${from} import ${called}\n`);
      return calling(called, edit);
    }
    imports.add(OUTSIDE);
    return overHttp(edit);
  });
  return [...imports].join("") + cases.join("");
}

const OUTSIDE = `import json
import os
from urllib.request import urlopen

BASE_URL = os.environ["BASE_URL"]
`;

const calling = (called: string, { target }: Edit): string =>
  keepsLimit(target?.words ?? [])
    ? `

def test_${called}():
    assert ${called}(12, 10) == 10
    assert ${called}(7, 10) == 7
`
    : `

def test_${called}():
    assert not ${called}(["a"], "b")
    assert ${called}(["a", "b"], "b")
`;

const overHttp = ({ words, target }: Edit): string => `

def test_${snake(words)}():
    with urlopen(f"{BASE_URL}/rpc/${target ? functionName(target) : pascal(words)}?value=12&limit=10") as answer:
        assert answer.status == 200
        assert json.load(answer)["value"] == 10
`;
