import { vi } from "vitest";

/** What a command prints where; commander's own words for a wrong use go to standard error. */
export async function captured(run: () => Promise<unknown>) {
  const out: string[] = [];
  const error: string[] = [];
  const collect = (into: string[]) => (text: unknown, done?: unknown) => {
    into.push(String(text));
    if (typeof done === "function") done();
    return true;
  };
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation(collect(out));
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation(collect(error));
  const failure = await run().then(
    () => null,
    (cause: unknown) => cause,
  );
  stdout.mockRestore();
  stderr.mockRestore();
  return { out: out.join(""), error: error.join(""), failure };
}
