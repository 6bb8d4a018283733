import { Charter } from "#/lib/contract/charter.ts";
import type { PolicyVersionView, PolicyView } from "#/lib/contract/policy.ts";
import { HAS_TEST, type Measure } from "#/lib/coverage/measure.ts";
import { policyDiff } from "#/lib/coverage/policy/diff.ts";
import { policyInChapters } from "#/lib/coverage/policy/in-words.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { EMPTY_TALLY, type Tally } from "#/lib/coverage/tally.ts";
import { db } from "#/lib/store/db.ts";
import { SnapshotFigures } from "#/lib/store/snapshot-figures.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { programView } from "./program.ts";

/** The rules of a program in force, in words and as data, what it promised, and every version with what was displayed under it. */
export async function readPolicyOrThrow(input: { slug: string; clock: Date }): Promise<PolicyView> {
  const program = await findProgramOrThrow(input.slug);
  const { rules, version } = program.policy;
  const [versions, scope, view] = await Promise.all([
    readVersions(program.id),
    db.programRepository.findMany({
      where: { programId: program.id },
      // Those that are read stand first: the others have no pull request to look at.
      orderBy: [{ syncEnabled: "desc" }, { alias: "asc" }],
      select: { alias: true },
    }),
    programView(program, input.clock),
  ]);
  return {
    program: view,
    charter: program.charter === null ? null : Charter.parse(program.charter),
    version,
    rules,
    chapters: policyInChapters(rules).map(({ about, sentences }) => ({
      about,
      sentences: [...sentences],
    })),
    versions,
    presets: Object.values(PRESETS).map((preset) => PolicyRules.parse(preset)),
    repos: scope.map(({ alias }) => alias),
  };
}

async function readVersions(programId: number): Promise<PolicyVersionView[]> {
  const rows = await db.policy.findMany({
    where: { programId },
    orderBy: { version: "asc" },
    include: { actor: { select: { name: true } } },
  });
  // Of each version the newest: what was displayed under it last.
  const snapshots = await db.snapshot.findMany({
    where: { programId },
    distinct: ["policyVersion"],
    orderBy: [{ policyVersion: "asc" }, { id: "desc" }],
  });
  const displayed = new Map(snapshots.map((row) => [row.policyVersion, row]));
  const parsed = rows.map((row) => ({ ...row, rules: PolicyRules.parse(row.rules) }));
  return parsed
    .map(({ version, rules, createdAt, actor, reason }, index) => {
      const before = parsed[index - 1]?.rules;
      const shown = displayed.get(version);
      return {
        version,
        name: rules.name,
        rung: rules.rung,
        at: createdAt.toISOString(),
        by: actor?.name ?? null,
        reason,
        changes: before ? policyDiff(before, rules).map(({ text }) => text) : [],
        displayed: shown
          ? { at: shown.at.toISOString(), ...figuresOf(SnapshotFigures.parse(shown.figures)) }
          : null,
      };
    })
    .toReversed();
}

function figuresOf({ rung, tallies }: SnapshotFigures) {
  const of = (population: "fix" | "issue", measure: Measure): Tally => {
    const found = tallies.find(
      (tally) => tally.population === population && tally.measure === measure,
    );
    if (!found) return EMPTY_TALLY;
    const { inScope, covered, gap, waived, unknown } = found;
    return { inScope, covered, gap, waived, unknown };
  };
  return { fixes: of("fix", rung), issues: of("issue", rung), hasTest: of("fix", HAS_TEST) };
}
