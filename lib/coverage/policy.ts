import { z } from "zod";
import { RUNGS } from "./rung/rungs.ts";
import { PathGlob } from "./test/path-glob.ts";

export const TEST_KINDS = ["unit", "integration", "e2e"] as const;
export type TestKind = (typeof TEST_KINDS)[number];

const Match = z.strictObject({
  /** Alias of the repository; absent means any. */
  repository: z.string().optional(),
  /** Scopes of a conventional title, `fix(scope): …`. */
  scopes: z.array(z.string()).optional(),
  /** Globs over the changed paths. */
  paths: z.array(z.string()).optional(),
  /** Numbers of the pull requests or issues themselves. */
  numbers: z.array(z.int().positive()).optional(),
});

const Part = z.strictObject({ key: z.string().min(1), name: z.string().min(1), match: Match });

/** A program's own rule for a cluster: what falls in it, what it is called, what it claims. */
export const ClusterRule = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "use lower-case letters, digits and dashes"),
  name: z.string().min(1),
  why: z.string().min(1),
  match: Match.optional(),
  parts: z.array(Part).optional(),
  topics: z.array(z.string()).optional(),
  /** How many gaps the program's own text claims for it. */
  claimed: z.int().nonnegative().optional(),
  architecture: z.boolean().optional(),
  /** Set where fixes of this cluster came back repeatedly with no regression test. */
  recurring: z.boolean().optional(),
});
export type ClusterRule = z.infer<typeof ClusterRule>;
export type ClusterMatch = z.infer<typeof Match>;

const KindRule = z.strictObject({
  /** Globs over the paths of tests. */
  paths: z.array(PathGlob).min(1),
  kind: z.enum(TEST_KINDS),
  reason: z.string().min(1).optional(),
});
export type TestKindRule = z.infer<typeof KindRule>;

/** The rules that verdicts are made by; versioned, and the same as a file for the command line. */
export const PolicyRules = z.strictObject({
  name: z.string().min(1),
  /** The rung that counts as covered. */
  rung: z.enum(RUNGS).exclude(["none"]),
  acceptedKinds: z.array(z.enum(TEST_KINDS)).min(1),
  /** Whether repairs of CI and deployment code are fixes of the product. */
  ciCountsAsProduct: z.boolean(),
  /** Kinds of tests that their path and text do not tell, or tell wrongly; the first that matches counts. */
  testKinds: z.array(KindRule).default([]),
  clusters: z.array(ClusterRule),
});
export type PolicyRules = z.infer<typeof PolicyRules>;

const BASE = {
  acceptedKinds: ["e2e" as const],
  ciCountsAsProduct: false,
  clusters: [],
};

export const PRESETS = {
  audit: { name: "audit", rung: "tested", ...BASE, acceptedKinds: ["unit", "integration", "e2e"] },
  gated: { name: "gated", rung: "gated", ...BASE },
  blocking: { name: "blocking", rung: "blocking", ...BASE },
  proven: { name: "proven", rung: "proven", ...BASE },
} as const satisfies Record<string, z.input<typeof PolicyRules>>;

export type PresetName = keyof typeof PRESETS;
