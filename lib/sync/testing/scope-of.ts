import { PRESETS } from "#/lib/coverage/policy.ts";
import { db } from "#/lib/store/db.ts";
import { loadProgramFacts, type RepositoryInScope } from "#/lib/store/load-program-facts.ts";

/** What an assessment is told of a repository, by a program that has it in scope. */
export async function scopeOf(repositoryId: number): Promise<RepositoryInScope> {
  const slug = `scope-${repositoryId}`;
  const scope = { create: { repositoryId, alias: "it" } };
  const policies = { create: { version: 1, rules: PRESETS.audit } };
  const fields = { slug, name: slug, fixesSince: new Date("2026-01-01"), scope, policies };
  const { id } =
    (await db.program.findUnique({ where: { slug } })) ??
    (await db.program.create({ data: { ...fields, timeZone: "UTC" } }));
  const [repository] = (await loadProgramFacts(id)).repositories;
  if (!repository) throw new Error(`${slug} has no repository.`);
  return repository;
}
