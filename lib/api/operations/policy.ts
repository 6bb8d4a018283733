import { z } from "zod";
import { benchPasted, benchRead } from "#/lib/assess/bench.ts";
import { Charter } from "#/lib/contract/charter.ts";
import { ApplyPolicyInput, BenchInput, TryPolicyInput } from "#/lib/contract/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { readPolicyOrThrow } from "#/lib/read/policy.ts";
import { readTrialOrThrow } from "#/lib/read/policy-trial.ts";
import { applyPolicy } from "#/lib/workflow/apply-policy.ts";
import { editCharter } from "#/lib/workflow/edit-charter.ts";
import { requireRules } from "#/lib/workflow/require-rules.ts";
import { tryPolicy } from "#/lib/workflow/try-policy.ts";
import { toBenchView } from "../bench-view.ts";
import { type Call, operation } from "../operation.ts";
import { pastedFiles } from "../pasted-files.ts";
import { RowId } from "../row-id.ts";

const Slug = z.object({ slug: z.string() });
const ctxOf = async ({ actor, clock }: Call) => ({ actor: await actor(), now: clock });

export const policyOperations = [
  operation({
    name: "read_policy",
    route: "GET /programs/{slug}/policy",
    input: Slug,
    run: ({ clock }, { slug }) => readPolicyOrThrow({ slug, clock }),
  }),
  operation({
    name: "apply_policy",
    route: "POST /programs/{slug}/policy",
    status: 201,
    input: ApplyPolicyInput.extend(Slug.shape),
    run: async (call, input) => applyPolicy({ ctx: await ctxOf(call), input }),
  }),
  operation({
    name: "try_policy",
    route: "POST /programs/{slug}/policy/trials",
    status: 202,
    input: TryPolicyInput.extend(Slug.shape),
    run: async (call, input) => tryPolicy({ ctx: await ctxOf(call), input }),
  }),
  operation({
    name: "read_policy_trial",
    route: "GET /programs/{slug}/policy/trials/{id}",
    input: Slug.extend({ id: RowId }),
    run: (_call, input) => readTrialOrThrow(input),
  }),
  operation({
    name: "bench_policy",
    route: "POST /programs/{slug}/policy/bench",
    input: BenchInput.extend(Slug.shape),
    run: async ({ clock }, { slug, repo, number, pasted, rules }) => {
      const draft = rules === undefined ? null : requireRules(rules);
      const question = { slug, rules: draft, clock };
      if (number !== undefined && repo !== undefined && pasted === undefined)
        return toBenchView(await benchRead({ ...question, repo, number }));
      if (number === undefined && pasted !== undefined) {
        const { files, diff, ...words } = pasted;
        const change = { ...words, files: pastedFiles({ files, diff }) };
        return toBenchView(await benchPasted({ ...question, repo: repo ?? null, change }));
      }
      throw new AppError(
        "invalid",
        "Give either the repository and the number of a pull request, or a pasted one.",
      );
    },
  }),
  operation({
    name: "edit_charter",
    route: "PUT /programs/{slug}/charter",
    input: Slug.extend({ charter: Charter.nullable() }),
    run: async (call, { slug, charter }) => {
      await editCharter({ ctx: await ctxOf(call), input: { slug, charter } });
      return { slug };
    },
  }),
];
