import { CommanderError } from "commander";
import { AppError } from "#/lib/errors.ts";

/** 0 done, 1 failed, 2 wrong usage. */
export function toExitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof AppError && error.code === "usage" ? 2 : 1;
}
