import { z } from "zod";
import { RELATIONS } from "#/lib/coverage/link/link.ts";
import { TEST_KINDS } from "#/lib/coverage/policy.ts";
import { PathGlob } from "#/lib/coverage/test/path-glob.ts";
import { PRIORITIES } from "./gaps.ts";
import { LinkEnd } from "./links.ts";

const slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "use lower-case letters, digits and dashes");
const alias = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{0,38}$/i, "use letters, digits, dots and dashes");

const token = z
  .string()
  .trim()
  // The key of a GitHub app is a JSON object, with line breaks written as signs.
  .regex(
    /^(?:[\x21-\x7e]+|\{[\x20-\x7e\s]{1,8000}\})$/,
    "holds a sign that no token has; copy it again",
  );

export const AddSourceInput = z
  .object({
    name: z.string().trim().min(1, "give the source a name").max(100),
    kind: z.enum(["gitea", "github", "git"]),
    /** Address of the forge, or the folder of a clone. */
    url: z.string().trim().min(1, "give the address of the forge or the folder of the clone"),
    token: token.optional(),
  })
  .refine(({ kind, url }) => kind !== "git" || url.startsWith("/"), {
    path: ["url"],
    message: "give the whole path of the clone, from / on: the server runs in a folder of its own",
  });
export type AddSourceInput = z.infer<typeof AddSourceInput>;

export const EditSourceInput = z.object({
  /** A new token; the old one is forgotten. */
  token,
});
export type EditSourceInput = z.infer<typeof EditSourceInput>;

export const AddProgramInput = z.object({
  slug,
  name: z.string().trim().min(1, "give the program a name").max(200),
  mandate: z.string().trim().max(2000).optional(),
  fixesSince: z.iso.date("write the date as YYYY-MM-DD"),
  timeZone: z.string().trim().min(1).default("UTC"),
  preset: z.enum(["audit", "gated", "blocking", "proven"]).default("blocking"),
});
export type AddProgramInput = z.infer<typeof AddProgramInput>;

export const EditProgramInput = z.object({
  name: AddProgramInput.shape.name.optional(),
  mandate: AddProgramInput.shape.mandate,
  fixesSince: AddProgramInput.shape.fixesSince.optional(),
  timeZone: z.string().trim().min(1).optional(),
  // It was chosen here once; left out in silence it would look chosen.
  preset: z
    .undefined("the policy has an address of its own now: try it, then apply it, at …/policy")
    .optional(),
});
export type EditProgramInput = z.infer<typeof EditProgramInput>;

export const PutInScopeInput = z.object({
  sourceId: z.int().positive(),
  /** owner/name on a forge; ignored for a clone, which is one repository. */
  fullName: z.string().trim().min(1),
  alias,
  syncEnabled: z.boolean().default(true),
});
export type PutInScopeInput = z.infer<typeof PutInScopeInput>;

export const OperatorInput = z.object({
  name: z.string().trim().min(1, "give a name").max(60),
});
export type OperatorInput = z.infer<typeof OperatorInput>;

const reason = z.string().trim().min(3, "give the reason in a few words").max(2000);

export const DecideFixInput = z.object({
  /** Alias of the repository in the program. */
  repo: z.string().trim().min(1),
  number: z.int().positive(),
  /** Null takes an earlier word back, so that the rules decide again. */
  isFix: z.boolean().nullable(),
  reason,
});
export type DecideFixInput = z.infer<typeof DecideFixInput>;

export const DecideTestKindInput = z.object({
  repo: z.string().trim().min(1),
  /** A glob over the paths of tests. */
  paths: PathGlob,
  /** Null takes an earlier word back. */
  kind: z.enum(TEST_KINDS).nullable(),
  reason,
});
export type DecideTestKindInput = z.infer<typeof DecideTestKindInput>;

export const DecideLinkInput = z.object({
  from: LinkEnd,
  to: LinkEnd,
  relation: z.enum(RELATIONS),
  /** Null takes an earlier word back, so that the texts decide again. */
  value: z.enum(["confirm", "reject", "insufficient"]).nullable(),
  reason,
});
export type DecideLinkInput = z.infer<typeof DecideLinkInput>;

export const RecordGuardInput = z.object({
  /** The alarm, runbook or limit that keeps the defect from harm; null takes it back. */
  guard: z.string().trim().min(3, "say in a few words what guards").max(500).nullable(),
  reason,
});
export type RecordGuardInput = z.infer<typeof RecordGuardInput>;

export const TakeOutOfScopeInput = z.object({
  /** Of the repository in the program. */
  alias: z.string().trim().min(1),
  reason,
});
export type TakeOutOfScopeInput = z.infer<typeof TakeOutOfScopeInput>;

// The largest integer of a Postgres `int`.
const NUMBER_MAX = 2_147_483_647;
const closedBy = z
  .array(
    z.object({
      repo: z.string().trim().min(1).max(100),
      number: z.int().positive().max(NUMBER_MAX),
    }),
  )
  .max(20, "name at most 20 pull requests");
const note = z.string().trim().max(2000, "write at most 2,000 signs");

export const DeclareGapInput = z.object({
  /** Alias of the repository where it would be built. */
  repo: z.string().trim().min(1),
  title: z
    .string()
    .trim()
    .min(3, "say in a few words what no gate would catch")
    .max(200, "write at most 200 signs"),
  /** Where it was said, in its own words. */
  note: note.optional(),
  priority: z.enum(PRIORITIES).default("P2"),
  /** Pull requests that are said to close it. */
  closedBy: closedBy.default([]),
});
export type DeclareGapInput = z.infer<typeof DeclareGapInput>;

export const EditDeclaredGapInput = z.object({
  priority: z.enum(PRIORITIES).optional(),
  /** Null takes it away. */
  note: note.nullable().optional(),
  closedBy: closedBy.optional(),
  /** True takes it out of scope, false puts it back. */
  withdrawn: z.boolean().optional(),
  reason: reason.optional(),
});
export type EditDeclaredGapInput = z.infer<typeof EditDeclaredGapInput>;
