import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError, messageOf } from "#/lib/errors.ts";
import { GateLabel, Label } from "./label.ts";

/** The labels of a file with one JSON object a line; empty lines are passed over. Throws with file and line on the first that is not a label, or that labels a pull request again. */
export async function readLabels(file: string): Promise<readonly Label[]> {
  const lines = new Map<string, number>();
  const labels: Label[] = [];
  for (const [index, text] of (await textOf(file)).split("\n").entries()) {
    if (text.trim() === "") continue;
    const line = index + 1;
    const label = parse(Label, json(text, `${file}:${line}`), `${file}:${line}`);
    const key = `${label.repo}#${label.number}`;
    const earlier = lines.get(key);
    if (earlier) {
      throw new AppError(
        "invalid",
        `${file}:${line}: ${key} has a label already, on line ${earlier}. Keep one.`,
      );
    }
    lines.set(key, line);
    labels.push(label);
  }
  return labels;
}

/** The labels of CI jobs of a file with one JSON array; throws with file and row on the first that is not one, or that labels a job again. */
export async function readGateLabels(file: string): Promise<readonly GateLabel[]> {
  const rows = parse(z.array(z.unknown()), json(await textOf(file), file), file);
  const labels = rows.map((row, index) => parse(GateLabel, row, `${file}: row ${index + 1}`));
  const keys = new Set<string>();
  for (const [index, { repo, workflow, job }] of labels.entries()) {
    const key = `${repo} ${workflow}:${job}`;
    if (keys.has(key)) {
      throw new AppError(
        "invalid",
        `${file}: row ${index + 1}: ${key} has a label already. Keep one.`,
      );
    }
    keys.add(key);
  }
  return labels;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new AppError("usage", `${file} cannot be read (${messageOf(cause)}).`, { cause });
  }
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("invalid", `${where}: not JSON (${messageOf(cause)}).`, { cause });
  }
}

function parse<Type>(schema: z.ZodType<Type>, value: unknown, where: string): Type {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  throw new AppError("invalid", `${where}: ${path === "" ? "" : `${path}: `}${issue?.message}`);
}
