import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { TestKind } from "../policy.ts";
import type { Standing } from "../verdict.ts";
import { gatedEvidence } from "./gated.ts";
import { testedEvidence } from "./tested.ts";

type Facts = {
  readonly files: Known<readonly ChangedFile[]>;
  readonly gates: Known<readonly Gate[]>;
  readonly rules: { readonly acceptedKinds: readonly TestKind[] };
};

const NOT_READ =
  "Whether the job ran and passed: the statuses and check runs of the merged commit are not read yet.";

/** How far a merged fix climbs by its changed files and the workflow files; what could not be read is unknown above the rung reached, never missed. */
export function climb({ files, gates, rules }: Facts): Standing {
  if (!files.known)
    return standing({ rung: "none", unknownAbove: { rung: "tested", missing: files.why } });

  const tested = testedEvidence(files.value);
  if (tested.length === 0) return standing({ rung: "none", missed: "tested" });
  if (!gates.known) {
    const unknownAbove = { rung: "gated", missing: gates.why } as const;
    return standing({ rung: "tested", unknownAbove, evidence: tested });
  }

  const gated = gatedEvidence({ files: files.value, gates: gates.value, rules });
  if (gated.length === 0) return standing({ rung: "tested", missed: "gated", evidence: tested });
  return standing({
    rung: "gated",
    unknownAbove: { rung: "executed", missing: NOT_READ },
    evidence: [...tested, ...gated],
  });
}

function standing(reached: Pick<Standing, "rung"> & Partial<Standing>): Standing {
  return { missed: null, unknownAbove: null, evidence: [], ...reached };
}
