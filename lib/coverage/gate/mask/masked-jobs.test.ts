import { describe, expect, test } from "vitest";
import { DIRECTORIES, gateIn } from "../testing/gates-in.ts";

const file = (steps: string, more = "") =>
  `on: pull_request\n${more}jobs:\n  e2e:\n    runs-on: x\n    steps:\n${steps}`;
const run = (script: string, more = "") =>
  `      - run: |\n${script.replace(/^/gm, "          ")}\n${more}`;
const TEST = "bash tests/e2e/test_x.sh";

describe.each(DIRECTORIES)("in %s a job is masked by", (directory) => {
  test.each([
    ["continue-on-error", file(run(TEST, "        continue-on-error: true\n"))],
    ["an expression that holds", file(run(TEST, "        continue-on-error: ${{ true }}\n"))],
    [
      "an expression that holds on pull requests",
      file(run(TEST, "        continue-on-error: ${{ github.event_name == 'pull_request' }}\n")),
    ],
    ["|| true", file(run(`${TEST} || true`))],
    ["|| :", file(run(`${TEST} || :`))],
    ["|| echo", file(run(`${TEST} || echo failed`))],
    ["set +e", file(run(`set +e\n${TEST}\necho done`))],
    ["exit 0", file(run(`${TEST}\nexit 0`))],
    ["a pipe", file(run(`${TEST} | tee log`))],
    ["a default shell without pipefail", file(run(`${TEST} | tee log`, "        shell: sh\n"))],
    [
      "an outcome that is only told",
      file(
        run(TEST, "        id: t\n        continue-on-error: true\n") +
          run("echo ${{ steps.t.outcome }}"),
      ),
    ],
    [
      "steps beside one another",
      file(`      - parallel:\n          - run: ${TEST} || true\n          - run: echo x\n`),
    ],
  ])("%s", (_name, text) => {
    const gate = gateIn(text, "e2e", directory);
    expect([gate.masked, gate.kind]).toEqual([true, "e2e"]);
    const finding = gate.findings.find(({ kind }) => kind === "masked");
    expect(finding).toMatchObject({ workflow: `${directory}/ci.yml`, job: "e2e" });
    expect(finding?.line).toBeGreaterThan(5);
  });
});

describe.each(DIRECTORIES)("in %s a job only looks masked with", (directory) => {
  test.each([
    ["a clean-up", file(run(TEST) + run("docker rm -f x || true"))],
    [
      "a lint step that may fail",
      file(`${run("eslint .", "        continue-on-error: true\n")}${run(TEST)}`),
    ],
    ["a kept result", file(run(`set +e\n${TEST}\nrc=$?\ndocker rm x\nexit $rc`))],
    ["a negated test", file(run(`if ! ${TEST}; then exit 1; fi`))],
    ["a trap", file(run(`trap 'docker rm x || true' EXIT\n${TEST}`))],
    ["a count before a check", file(run(`n=$(grep -c x log || true)\n${TEST}`))],
    ["a shell with pipefail", file(run(`${TEST} | tee log`, "        shell: bash\n"))],
    [
      "a default shell with pipefail",
      file(run(`${TEST} | tee log`), "defaults:\n  run:\n    shell: bash\n"),
    ],
    [
      "an outcome that is asked",
      file(
        run(TEST, "        id: t\n        continue-on-error: true\n") +
          run("exit 1", "        if: steps.t.outcome == 'failure'\n"),
      ),
    ],
    [
      "an output that is asked",
      file(
        run(`set +e\n${TEST}\necho "rc=$?" >> "$GITHUB_OUTPUT"`, "        id: t\n") +
          run('exit "${{ steps.t.outputs.rc }}"'),
      ),
    ],
    [
      "a variable that is asked",
      file(run(`set +e\n${TEST}\necho "RC=$?" >> $GITHUB_ENV`) + run('exit "$RC"')),
    ],
    [
      "an action that asks",
      file(
        `${run(TEST, "        id: t\n        continue-on-error: true\n")}      - uses: x/fail@v1\n        if: steps.t.outcome != 'success'\n`,
      ),
    ],
    [
      "continue-on-error that does not hold",
      file(run(TEST, "        continue-on-error: ${{ github.event_name == 'push' }}\n")),
    ],
  ])("%s", (_name, text) => {
    expect(gateIn(text, "e2e", directory)).toMatchObject({ masked: false, maskReason: null });
  });

  test("a missing secret, which is a limit", () => {
    const text = file(run(`if [ -z "$KEY" ]; then\n  exit 0\nfi\n${TEST}`));
    const gate = gateIn(text, "e2e", directory);
    expect(gate.masked).toBe(false);
    expect(gate.findings).toMatchObject([{ kind: "skips_itself", line: 6 }]);
  });

  test("continue-on-error of the job, which is a limit", () => {
    const text = file(run(TEST)).replace("    runs-on", "    continue-on-error: true\n    runs-on");
    const gate = gateIn(text, "e2e", directory);
    expect([gate.masked, gate.failureTolerated]).toEqual([false, true]);
    expect(gate.findings.map(({ kind }) => kind)).toEqual(["failure_tolerated"]);
  });
});
