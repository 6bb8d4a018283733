import { z } from "zod";
import { FixRule } from "./fix/fix-rule.ts";
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
  paths: z.array(PathGlob).optional(),
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

const Approvals = z.strictObject({
  /** How many reviews a gap takes before it closes. */
  reviews: z.int().min(0).max(10).default(0),
  /** Whose reviews count: a team of the forge or a list's name; null for anybody's. */
  group: z
    .string()
    .trim()
    .min(1, "give the group, or null for anybody")
    .max(100)
    .nullable()
    .default(null),
});

/** Who may be asked to sign: of the architecture, only the CTO can. */
export const SIGNING_ROLES = ["cto"] as const;

const SignOffRule = z.strictObject({
  for: z.enum(["architecture"]),
  role: z.enum(SIGNING_ROLES),
});

const Lease = z.strictObject({
  /** How long a claim of an agent lasts without a sign of life, in minutes. */
  agentMinutes: z.int().min(1).max(1440).default(30),
  /** The same for a person, in days. */
  personDays: z.int().min(1).max(90).default(5),
});
export type Lease = z.infer<typeof Lease>;

export const WAIVER_DAYS_MAX = 90;
const Waiver = z.strictObject({
  /** How long a waiver lasts at most, in days. */
  daysMax: z.int().min(1).max(WAIVER_DAYS_MAX).default(WAIVER_DAYS_MAX),
});

const RULES_MAX = 200;
const FIX_RULES_MAX = 100;

/** The rules that verdicts are made by; versioned, and the same as a file for the command line. What came later has a default, so that every old version can still be read. */
export const PolicyRules = z
  .strictObject({
    name: z.string().trim().min(1, "give the policy a name").max(100),
    /** The rung that counts as covered. */
    rung: z.enum(RUNGS).exclude(["none"]),
    acceptedKinds: z.array(z.enum(TEST_KINDS)).min(1, "accept at least one kind of test"),
    /** Whether repairs of CI and deployment code are fixes of the product. */
    ciCountsAsProduct: z.boolean(),
    /** What counts as a fix, before the general rules are asked; the first that applies decides. */
    fixRules: z.array(FixRule).max(FIX_RULES_MAX).default([]),
    /** Kinds of tests that their path and text do not tell, or tell wrongly; the first that matches counts. */
    testKinds: z.array(KindRule).max(RULES_MAX).default([]),
    clusters: z.array(ClusterRule).max(RULES_MAX),
    /** Whether clusters are suggested for gaps that no rule gathers. */
    suggestClusters: z.boolean().default(true),
    approvals: Approvals.prefault({}),
    /** Which work takes whose signature before it is dispatched. */
    signOffs: z
      .array(SignOffRule)
      .max(1)
      .default([{ for: "architecture", role: "cto" }]),
    lease: Lease.prefault({}),
    waiver: Waiver.prefault({}),
  })
  .superRefine(({ clusters }, context) => {
    const keys = clusters.map(({ key }) => key);
    const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
    if (twice < 0) return;
    const message = `the key ${keys[twice]} was given to a cluster before; choose another`;
    context.addIssue({ code: "custom", path: ["clusters", twice, "key"], message });
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
