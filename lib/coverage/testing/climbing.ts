import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { ChangeId } from "../lineage/change-facts.ts";
import type { TestKind } from "../policy.ts";
import { climb } from "../rung/climb.ts";
import { NO_CONVENTIONS } from "../test/conventions.ts";
import { judgeTests } from "../test/judge-tests.ts";
import type { Standing } from "../verdict.ts";

type Facts = Partial<Pick<Parameters<typeof climb>[0], "branch" | "unfollowed">> & {
  readonly files: Known<readonly ChangedFile[]>;
  readonly gates: Known<readonly Gate[]>;
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
  readonly revertedBy?: ChangeId;
};

/** How far a fix climbs with these files, judged in a repository of which nothing else is known. */
export function climbing({ files, gates, rules, revertedBy, ...more }: Facts): Standing {
  const background = { kindRules: [], conventions: NO_CONVENTIONS };
  return climb({
    tests: files.known
      ? known(judgeTests({ title: "fix: a", files: files.value, ...background }))
      : files,
    paths: files.known ? files.value.map(({ path }) => path) : [],
    gates,
    rules,
    ...more,
    revertedBy: revertedBy ?? null,
    runs: unknown("Runs are not read yet."),
  });
}
