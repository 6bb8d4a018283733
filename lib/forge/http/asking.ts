import type { Dispatcher } from "undici";
import type { Resource } from "#/lib/facts/limit.ts";
import type { Budget } from "../budget.ts";
import type { Reader } from "./read-body.ts";
import type { Redactor } from "./redact.ts";

/** Who asks. */
export type Asking = {
  readonly base: string;
  readonly authorization: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly redactor: Redactor;
  readonly dispatcher: Dispatcher;
  readonly budget: Budget;
  readonly timeoutMs: number;
  readonly atOnceMax: number;
  readonly signal: AbortSignal | undefined;
  readonly onRequest: () => void;
};

/** What is asked; by POST where it has a body. */
export type Asked<Body> = {
  readonly path: string;
  readonly reader: Reader<Body>;
  readonly body?: unknown;
  readonly resource: Resource;
  readonly cost: number;
  /** How often it is asked where a gateway gives up on it (502 or 504), since a question for less may do then; as often as any other where nothing is said. */
  readonly tries?: number;
};
