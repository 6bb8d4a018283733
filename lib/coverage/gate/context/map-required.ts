import type { Finding } from "../finding.ts";
import { type Gate, gateRef } from "../gate.ts";
import type { ForgeKind } from "../workflow-directory.ts";
import { type Blocking, blockingOf } from "./blocking.ts";
import { contextFits } from "./context-glob.ts";
import { type ContextName, contextNames, isProduced } from "./context-names.ts";

export type RequiredContext = {
  /** As the branch's protection writes it; a pattern on Gitea and Forgejo. */
  readonly context: string;
  /** Produced by a job, seen from elsewhere, or neither: then pull requests wait for ever. */
  readonly state: "produced" | "external" | "phantom";
  /** The jobs that produce it, as `workflow:job`. */
  readonly gates: readonly string[];
};

export type GateInBranch = Blocking & {
  readonly gate: string;
  /** The contexts that the job produces on this forge. */
  readonly produces: readonly ContextName[];
};

export type Required = {
  readonly contexts: readonly RequiredContext[];
  readonly gates: readonly GateInBranch[];
  readonly findings: readonly Finding[];
};

type Asked = {
  readonly gates: readonly Gate[];
  /** What the branch asks for: no checks, certain contexts, or (an empty list on Gitea and Forgejo) all. */
  readonly required: { readonly checksRequired: boolean; readonly contexts: readonly string[] };
  /** Contexts that were seen on commits lately. */
  readonly seen: readonly string[];
  readonly forge: ForgeKind;
};

/** Which jobs stand behind the required contexts of a branch, and which gates can block a merge there; pure prediction by the forge's naming, to be held against what was seen. Source: check names of GitHub, commit statuses of Gitea and Forgejo. */
export function mapRequired({ gates, required, seen, forge }: Asked): Required {
  const producing = gates.map((gate) => ({ gate, produces: contextNames(gate, forge) }));
  const wanted = required.checksRequired ? required.contexts : [];
  const isAll = required.checksRequired && wanted.length === 0 && isGiteaLike(forge);
  const contexts = wanted.map((context): RequiredContext => {
    const by = producing.filter(
      ({ gate, produces }) =>
        reports(gate) && produces.some((own) => isProduced(context, own, forge)),
    );
    const isSeen = seen.some(
      (each) => each === context || (isGiteaLike(forge) && contextFits(context, each)),
    );
    const state = by.length > 0 ? "produced" : isSeen ? "external" : "phantom";
    return { context, state, gates: by.map(({ gate }) => gateRef(gate)) };
  });
  const direct = (gate: Gate) =>
    isAll ? reports(gate) : contexts.some((context) => context.gates.includes(gateRef(gate)));
  const aggregators = gates.filter((gate) => gate.aggregates !== null && direct(gate));
  const mapped = producing.map(({ gate, produces }) => ({
    ...blockingOf(gate, direct(gate), aggregators),
    gate: gateRef(gate),
    produces,
  }));
  return {
    contexts,
    gates: mapped,
    findings: [
      ...phantoms(contexts, producing, forge),
      ...gates.flatMap((gate, at) => ofGate(gate, mapped[at])),
    ],
  };
}

const isGiteaLike = (forge: ForgeKind): boolean => forge === "gitea" || forge === "forgejo";

/** Whether a job reports to the commits of a pull request: also one that pushes start does, as long as they come from a branch of the repository. */
const reports = ({ runsOnPullRequest, triggers }: Gate): boolean =>
  runsOnPullRequest || triggers.includes("push") || triggers.includes("merge_group");

type Producing = readonly { readonly gate: Gate; readonly produces: readonly ContextName[] }[];

function phantoms(
  contexts: readonly RequiredContext[],
  producing: Producing,
  forge: ForgeKind,
): readonly Finding[] {
  return contexts.flatMap(({ context, state }): Finding[] => {
    if (state !== "phantom") return [];
    const idle = producing.find(({ produces }) =>
      produces.some((own) => isProduced(context, own, forge)),
    );
    const why = idle
      ? `only ${gateRef(idle.gate)} produces it, which no pull request starts`
      : "no job produces it, and it was never seen";
    const message = `The required context ${context} never comes: ${why}. A pull request waits for it for ever.`;
    const { workflow, job, line } = idle?.gate ?? { workflow: "", job: null, line: null };
    return [{ kind: "phantom_context", workflow, job, line, message }];
  });
}

function ofGate(gate: Gate, blocking: GateInBranch | undefined): readonly Finding[] {
  if (!gate.runsOnPullRequest || !blocking || gate.calls !== null) return [];
  const { workflow, job, line } = gate;
  const at = { workflow, job, line };
  const { maskedBy, skipPasses } = blocking;
  return [
    ...(blocking.required === "no" && gate.kind !== "other"
      ? [
          {
            ...at,
            kind: "not_required" as const,
            message:
              "No required context stands for it: a pull request can be merged although it fails.",
          },
        ]
      : []),
    ...(maskedBy === null
      ? []
      : [
          {
            ...at,
            kind: "masked" as const,
            message: `Only the job ${maskedBy} stands for it, and that passes although it failed.`,
          },
        ]),
    ...(skipPasses === null
      ? []
      : [
          {
            ...at,
            kind: "skip_passes" as const,
            message: `Only the job ${skipPasses} stands for it, and that passes where it was skipped.`,
          },
        ]),
  ];
}
