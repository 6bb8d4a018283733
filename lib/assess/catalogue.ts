import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { orphanTests, type TestsWithoutGate } from "#/lib/coverage/gate/orphan-tests.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { isTestFile } from "#/lib/coverage/test/is-test-file.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { loadSources } from "#/lib/store/load-sources.ts";

export type Catalogue = {
  readonly gates: Known<readonly Gate[]>;
  readonly findings: readonly Finding[];
  /** Null where the files of the branch are not known. */
  readonly orphans: TestsWithoutGate | null;
  /** Why its steps could not be followed to what they call; null where they were. */
  readonly unfollowed: string | null;
};

/** The gates of a repository, each followed to the tests that it runs where the files of the branch are known, and the tests that none of them runs. */
export async function readCatalogue({
  id,
  forge,
  workflowFiles,
}: RepositoryInScope): Promise<Catalogue> {
  if (!workflowFiles.known)
    return { gates: workflowFiles, findings: [], orphans: null, unfollowed: null };
  const sources = await loadSources(id);
  const files = decidingFiles(forge, workflowFiles.value);
  const { gates, findings } = readGates(files, sources.known ? sources.value : undefined);
  return {
    gates: known(gates),
    findings,
    unfollowed: sources.known ? null : sources.why,
    orphans: sources.known
      ? orphanTests(gates, sources.value.paths.filter(isTestFile), findings)
      : null,
  };
}
