import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { policyProblems, sayProblem } from "#/lib/coverage/policy/problems.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { AppError, messageOf } from "#/lib/errors.ts";

export type LoadedPolicy = {
  readonly rules: PolicyRules;
  /** `name@version`; a file's version is the start of its digest, so that an edit shows. */
  readonly label: string;
};

/** The policy of a preset's name or of a YAML or JSON file; throws a usage error that names the key that is wrong. */
export async function loadPolicy(nameOrFile: string): Promise<LoadedPolicy> {
  const preset = Object.entries(PRESETS).find(([name]) => name === nameOrFile)?.[1];
  if (preset) {
    const rules = PolicyRules.parse(preset);
    return { rules, label: `${rules.name}@1` };
  }
  const text = await readFile(nameOrFile, "utf8").catch((cause: unknown) => {
    const names = Object.keys(PRESETS).join(", ");
    const message = `${nameOrFile} is neither a preset (${names}) nor a file that can be read (${messageOf(cause)}).`;
    throw new AppError("usage", message, { cause });
  });
  const rules = PolicyRules.safeParse(valueOf(text, nameOrFile));
  if (!rules.success) {
    const problems = policyProblems(rules.error).map(sayProblem);
    const first = problems[0] ?? "";
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more like it)` : "";
    throw new AppError("usage", `The policy ${nameOrFile} is not valid. ${first}${more}`);
  }
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { rules: rules.data, label: `${rules.data.name}@${digest}` };
}

function valueOf(text: string, file: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (cause) {
    throw new AppError(
      "usage",
      `The policy ${file} is neither YAML nor JSON: ${messageOf(cause)}`,
      { cause },
    );
  }
}
