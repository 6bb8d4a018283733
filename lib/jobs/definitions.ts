import { z } from "zod";

/** Every job: its name and what it is given. Jobs take ids, never data, and running one twice changes nothing. */
export const JOBS = {
  "plan-syncs": z.strictObject({}),
  "sync-repository": z.strictObject({ repositoryId: z.int().positive() }),
  "refresh-repository": z.strictObject({ repositoryId: z.int().positive() }),
  "assess-program": z.strictObject({ programId: z.int().positive() }),
  "try-policy": z.strictObject({ trialId: z.int().positive() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobInput<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
