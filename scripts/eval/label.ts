import { z } from "zod";

/** `owner/name`; it becomes part of a path, so nothing else is let in. */
export const RepositoryName = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/, "must be owner/name")
  .refine((name) => !name.split("/").some((part) => /^\.+$/.test(part)), "must be owner/name");

/** What a person says of one merged pull request. Fields that are not compared may be left out. */
export const Label = z.object({
  repo: RepositoryName,
  number: z.int().positive(),
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .nullish(),
  title: z.string().default(""),
  isFix: z.boolean(),
  kind: z.string().default(""),
  /** The strongest regression test that it adds or extends. */
  test: z.enum(["none", "unit", "integration", "e2e", "smoke"]),
  exercisesFix: z.union([z.boolean(), z.literal("unclear")]),
  confidence: z.string().nullish(),
  verified: z.string().nullish(),
  traps: z.array(z.string()).default([]),
  why: z.string().default(""),
  /** How many pull requests of its repository it stands for. */
  weight: z.number().positive().max(1e6).default(1),
});
export type Label = z.infer<typeof Label>;

/** What a person says of one CI job at the head of its repository. */
export const GateLabel = z.object({
  repo: RepositoryName,
  workflow: z.string().min(1),
  job: z.string().min(1),
  kind: z.enum(["unit", "integration", "e2e", "smoke", "lint", "build", "other"]),
  masked: z.boolean(),
  maskReason: z.string().nullish(),
  /** Files, directories and globs; `!` in front takes away again. */
  testPaths: z.array(z.string()).default([]),
  runsOnPullRequest: z.boolean(),
  notes: z.string().nullish(),
});
export type GateLabel = z.infer<typeof GateLabel>;
