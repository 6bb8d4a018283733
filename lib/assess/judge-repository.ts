import { loadDirectCommits } from "#/lib/store/load-direct-commits.ts";
import type { RepositoryOverrides } from "#/lib/store/load-overrides.ts";
import type { ProgramFacts, RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import type { Catalogue } from "./catalogue.ts";
import { judgeBatches } from "./judge-batches.ts";
import { judgeDirect } from "./judge-direct.ts";
import type { Observation } from "./observe.ts";

type Input = {
  readonly program: ProgramFacts;
  readonly repository: RepositoryInScope;
  readonly catalogue: Catalogue;
  readonly observation: Observation;
  readonly overrides: RepositoryOverrides;
  /** Numbers of the pull requests that say that they repair or cover something. */
  readonly sources: ReadonlySet<number>;
  /** Those of them that say that they cover something. */
  readonly covering: ReadonlySet<number>;
  readonly now: Date;
};

/** Judges what was merged to one repository, each change by its own evidence. */
export async function judgeRepository(input: Input) {
  const { program, repository, catalogue, observation, overrides, sources, covering, now } = input;
  const window = { since: program.fixesSince, until: now };
  const direct = await loadDirectCommits(repository.id, window.since, window.until);
  const { items, audit, classified, bringers, conventions } = await judgeBatches({
    repository,
    window,
    direct,
    gates: catalogue.gates,
    unfollowed: catalogue.unfollowed,
    observation,
    rules: program.rules,
    overrides,
    sources,
    covering,
  });
  return {
    repository,
    items,
    audit,
    classified,
    bringers,
    conventions,
    direct: judgeDirect(direct, program.rules),
  };
}
