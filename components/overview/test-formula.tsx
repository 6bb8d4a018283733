import { HAS_TEST } from "#/lib/coverage/measure.ts";

/** How the audit's own number is made, one click away from it. */
export function TestFormula() {
  return (
    <details className="mt-1 text-muted text-xs">
      <summary className="w-fit rounded hover:text-ink">How this is counted ({HAS_TEST})</summary>
      <p className="mt-1 max-w-prose">
        Of the merged pull requests titled <code className="font-mono">fix(…):</code>, those that
        touch a path ending in <code className="font-mono">_test.go</code> or{" "}
        <code className="font-mono">.spec.ts</code>, a path in a folder named e2e, servinge2e,
        staginge2e or tests, or a workflow file with e2e or smoke in its name. It looks only at the
        fix itself, so later tests do not move it, and it says nothing about whether a gate runs.
      </p>
    </details>
  );
}
