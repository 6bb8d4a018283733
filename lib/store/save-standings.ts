import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import type { Assessment, JudgedItem } from "./assessment.ts";
import type { Tx } from "./db.ts";
import { recordset } from "./recordset.ts";

/** Replaces the standings, verdicts and evidence of a program by these. */
export async function saveStandings(
  tx: Tx,
  assessment: Assessment,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { programId } = assessment;
  const numbered = assessment.items.map((item) => ({ item, itemId: ids.get(item.naturalKey) }));
  await tx.$executeRaw`delete from evidence where item_id in (select id from item where program_id = ${programId})`;
  await tx.standing.deleteMany({ where: { programId } });
  await tx.verdict.deleteMany({ where: { programId } });
  await insertStandings(tx, recordset(numbered.map((row) => standingRow(row, assessment))));
  await insertVerdicts(tx, programId, recordset(numbered.flatMap(verdictRows)));
  await insertEvidence(tx, recordset(numbered.flatMap(evidenceRows)));
}

type Numbered = { readonly item: JudgedItem; readonly itemId: number | undefined };

const standingRow = ({ item, itemId }: Numbered, { programId, policyVersion }: Assessment) => ({
  itemId,
  programId,
  ...item,
  verdicts: undefined,
  paths: undefined,
  rung: item.standing.rung,
  missed: item.standing.missed,
  unknownRung: item.standing.unknownAbove?.rung ?? null,
  unknownWhy: item.standing.unknownAbove?.missing ?? null,
  policyVersion,
  engineVersion: ENGINE_VERSION,
});

const verdictRows = ({ item, itemId }: Numbered) =>
  [...item.verdicts].map(([measure, verdict]) => ({
    itemId,
    measure,
    verdict,
    repositoryId: item.repositoryId,
    population: item.population,
  }));

const evidenceRows = ({ item, itemId }: Numbered) =>
  item.standing.evidence.map(({ repositoryId = null, ...evidence }, ordinal) => ({
    itemId,
    ordinal,
    gateRepositoryId: repositoryId === item.repositoryId ? null : repositoryId,
    ...evidence,
  }));

const insertStandings = (tx: Tx, rows: string) => tx.$executeRaw`
  insert into standing (item_id, program_id, repository_id, population, title, author, url, labels, entered_at, fix_kind,
         why, rung, missed, unknown_rung, unknown_why, resolution, policy_version, engine_version)
  select r."itemId", r."programId", r."repositoryId", r.population, r.title, r.author, r.url,
         array(select jsonb_array_elements_text(r.labels)), r."enteredAt", r."fixKind",
         array(select jsonb_array_elements_text(r.why)), r.rung, r.missed, r."unknownRung", r."unknownWhy",
         r.resolution, r."policyVersion", r."engineVersion"
    from jsonb_to_recordset(${rows}::jsonb) as r(
         "itemId" int, "programId" int, "repositoryId" int, population text, title text, author text, url text,
         labels jsonb, "enteredAt" timestamptz, "fixKind" text, why jsonb, rung text, missed text,
         "unknownRung" text, "unknownWhy" text, resolution text, "policyVersion" int, "engineVersion" text)`;

const insertVerdicts = (tx: Tx, programId: number, rows: string) => tx.$executeRaw`
  insert into verdict (item_id, measure, program_id, repository_id, population, verdict)
  select r."itemId", r.measure, ${programId}, r."repositoryId", r.population, r.verdict
    from jsonb_to_recordset(${rows}::jsonb) as r(
         "itemId" int, measure text, "repositoryId" int, population text, verdict text)`;

const insertEvidence = (tx: Tx, rows: string) => tx.$executeRaw`
  insert into evidence (item_id, ordinal, rule, rung, path, gate, gate_repository_id, note)
  select r."itemId", r.ordinal, r.rule, r.rung, r.path, r.gate, r."gateRepositoryId", r.note
    from jsonb_to_recordset(${rows}::jsonb) as r(
         "itemId" int, ordinal int, rule text, rung text, path text, gate text, "gateRepositoryId" int, note text)`;
