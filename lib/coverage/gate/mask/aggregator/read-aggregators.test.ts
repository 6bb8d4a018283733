import { describe, expect, test } from "vitest";
import { DIRECTORIES, gateIn } from "../../testing/gates-in.ts";

const JOBS = `on: pull_request
jobs:
  changes:
    steps:
      - run: echo code=true >> $GITHUB_OUTPUT
  build:
    needs: changes
    steps:
      - run: make
  e2e:
    needs: build
    if: needs.changes.outputs.code == 'true'
    steps:
      - run: bash tests/e2e/test_x.sh
`;
const aggregator = (rest: string) => `${JOBS}  all-green:\n${rest}`;
const ALWAYS = "    if: always()\n    needs: [changes, build, e2e]\n";
const step = (script: string) =>
  `    steps:\n      - run: |\n${script.replace(/^/gm, "          ")}\n`;
const asks = (script: string) =>
  `${ALWAYS}    env:\n      R: \${{ needs.e2e.result }}\n      ALL: \${{ join(needs.*.result, ' ') }}\n      NEEDS: \${{ toJSON(needs) }}\n${step(script)}`;

describe.each(DIRECTORIES)(
  "in %s a job that stands for others passes although they did not",
  (directory) => {
    test.each([
      ["it asks nothing", `${ALWAYS}${step("echo done")}`],
      ["it is skipped with them", `    needs: [build, e2e]\n${step("echo done")}`],
      [
        "it runs on success only",
        `    needs: [build, e2e]\n    if: success()\n${step("echo done")}`,
      ],
      [
        "it allows skipped",
        asks('if [[ $R == "success" || $R == "skipped" ]]; then exit 0; else exit 1; fi'),
      ],
      ["it asks for failed only", asks('[ "$R" != "failure" ]')],
      [
        "it asks in a step's condition",
        `${ALWAYS}    steps:\n      - if: contains(needs.*.result, 'failure')\n        run: exit 1\n`,
      ],
      [
        "it asks for failure of the others",
        `    needs: [build, e2e]\n    if: failure()\n${step("exit 1")}`,
      ],
      [
        "it goes through a list",
        asks('for r in $ALL; do\n  if [ "$r" = failure ]; then exit 1; fi\ndone'),
      ],
      [
        "it goes through an array",
        asks('a=("$R" "x")\nfor r in "${a[@]}"; do [[ "$r" == failure ]] && exit 1; done\necho ok'),
      ],
      [
        "a case lets skipped through",
        asks('case "$R" in\n  success|skipped) echo ok ;;\n  *) exit 1 ;;\nesac'),
      ],
      [
        "it greps for failure",
        asks('if echo "$NEEDS" | grep -q \'"result": "failure"\'; then exit 1; fi'),
      ],
      ["it queries for failure", asks('echo "$NEEDS" | jq -e \'all(.[]; .result != "failure")\'')],
      [
        "a list that is allowed to be skipped",
        `${ALWAYS}    steps:\n      - uses: re-actors/alls-green@v1\n        with:\n          jobs: \${{ toJSON(needs) }}\n          allowed-skips: e2e\n`,
      ],
    ])("since %s", (_name, text) => {
      const gate = gateIn(aggregator(text), "all-green", directory);
      expect(gate.maskReason).toMatch(/^it passes although the job \w+ (failed|was skipped)$/);
      expect(gate.findings).toContainEqual(
        expect.objectContaining({ kind: "masked", line: 15, workflow: `${directory}/ci.yml` }),
      );
      expect(gateIn(aggregator(text), "e2e", directory).masked).toBe(false);
    });
  },
);

describe.each(DIRECTORIES)("in %s a job that stands for others fails with them", (directory) => {
  test.each([
    ["each has to succeed", asks('for r in $ALL; do\n  [ "$r" = success ] || exit 1\ndone')],
    [
      "one expression asks for all",
      `${ALWAYS}    steps:\n      - if: contains(needs.*.result, 'failure') || contains(needs.*.result, 'skipped')\n        run: exit 1\n`,
    ],
    [
      "an expression is the exit code",
      `${ALWAYS}${step("exit ${{ contains(join(needs.*.result), 'failure') && 1 || contains(join(needs.*.result), 'skipped') && 1 || 0 }}")}`,
    ],
    ["it queries for success", asks('jq -e \'all(.[]; .result == "success")\' <<< "$NEEDS"')],
    [
      "an action asks",
      `${ALWAYS}    steps:\n      - uses: re-actors/alls-green@v1\n        with:\n          jobs: \${{ toJSON(needs) }}\n`,
    ],
  ])("since %s", (_name, text) => {
    expect(gateIn(aggregator(text), "all-green", directory)).toMatchObject({ masked: false });
  });

  test.each([
    ["a tool that is not known decides", asks('node scripts/decide.js "$NEEDS"')],
    [
      "a query that is not understood",
      asks("echo \"$NEEDS\" | jq -e 'map(select(.result)) | length > 0'"),
    ],
    [
      "it tells somebody",
      `${ALWAYS}    env:\n      R: \${{ needs.e2e.result }}\n${step('curl -d "$R" "$HOOK"')}`,
    ],
    ["it deploys", `    needs: [build, e2e]\n    steps:\n      - run: ./deploy.sh\n`],
    [
      "it makes values for others",
      `    needs: [build]\n    outputs:\n      a: 1\n    steps:\n      - run: echo a=1 >> $GITHUB_OUTPUT\n`,
    ],
  ])("or is none: %s", (_name, text) => {
    expect(gateIn(aggregator(text), "all-green", directory)).toMatchObject({ masked: false });
  });
});

test("a job that nothing can skip need not be asked for it", () => {
  const text = `on: pull_request\njobs:\n  a:\n    steps:\n      - run: go test\n  ok:\n    if: always()\n    needs: a\n    steps:\n      - run: '[ "\${{ needs.a.result }}" != failure ]'\n`;
  expect(gateIn(text, "ok")).toMatchObject({
    masked: false,
    aggregates: [{ job: "a", failed: "fails", skipped: null }],
  });
});

test("what is allowed to fail is no hole, and its failure passes", () => {
  const text = `on: pull_request\njobs:\n  a:\n    continue-on-error: true\n    steps:\n      - run: go test\n  ok:\n    if: always()\n    needs: a\n    steps:\n      - run: '[ "\${{ needs.a.result }}" = success ]'\n`;
  expect(gateIn(text, "ok")).toMatchObject({
    masked: false,
    aggregates: [{ job: "a", failed: "passes" }],
  });
});

test("a failure that skips what is asked for is a hole too", () => {
  const text = aggregator(asks('[ "$R" = success ] || [ "$R" = skipped ]'));
  expect(gateIn(text, "all-green").aggregates).toContainEqual({
    job: "build",
    failed: "passes",
    skipped: null,
  });
});

test("needs in a circle and a thousand of them end", () => {
  const many = Array.from(
    { length: 1000 },
    (_, at) => `  j${at}:\n    needs: [j${at + 1}, j${(at * 7) % 1000}]\n    steps: []\n`,
  );
  const text = `on: push\njobs:\n${many.join("")}  ok:\n    if: always()\n    needs: [j0]\n    steps:\n      - run: echo \${{ needs.j0.result }}\n`;
  expect(gateIn(text, "ok").masked).toBe(true);
});
