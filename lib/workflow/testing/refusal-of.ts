import { AppError } from "#/lib/errors.ts";

/** What is said to whoever tried what is refused, and by how much each count changed. */
export async function refusalOf(
  tried: () => Promise<unknown>,
  counts: () => Promise<readonly number[]>,
): Promise<{ code: string; message: string; left: number[] }> {
  const before = await counts();
  const error: unknown = await tried().catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error("It was not refused.", { cause: error });
  const after = await counts();
  const { code, message } = error;
  return { code, message, left: after.map((count, at) => count - (before[at] ?? 0)) };
}
