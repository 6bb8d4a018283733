import { once } from "node:events";
import { endChild, forkChild } from "./fork-child.ts";

/** What a forge was asked since it was last counted. */
export type Asked = {
  readonly api: number;
  /** What it cost of a limit that is counted in points. */
  readonly points: number;
  readonly byEndpoint: Readonly<Record<string, number>>;
};

export type ServedForge = {
  readonly url: string;
  readonly kind: "gitea" | "github";
  /** What was asked since this was asked last. */
  readonly counted: () => Promise<Asked>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export const FULL_NAME = "fleet/generated";

/** A forge of that version with so many pull requests and nothing else, in a process of its own; null is GitHub. */
export async function serveGenerated(input: {
  pulls: number;
  version: string | null;
  latencyMs: number;
  withGit: boolean;
}): Promise<ServedForge> {
  const { process: child, message } = await forkChild<{ url: string }>("serve-child.ts", input);
  return {
    url: message.url,
    kind: input.version === null ? "github" : "gitea",
    counted: async () => {
      const told = once(child, "message");
      child.send("count");
      const [asked] = (await told) as [Asked];
      return asked;
    },
    [Symbol.asyncDispose]: () => endChild(child),
  };
}
