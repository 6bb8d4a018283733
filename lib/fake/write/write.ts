import { type Answer, type Asked, answerError, answerJson } from "../answer.ts";
import type { Ground } from "../change/place.ts";
import { readForge } from "./read-forge.ts";

/** One write, as the endpoints see it. */
export type Write = Ground & {
  asked: Asked;
  params: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
  /** Who writes. */
  by: string;
};

/** Answers with what the same forge says of the new row when it is read. */
export function answerRead(write: Write, path: string, status = 201): Answer {
  return { ...answerJson(readForge(write, path)), status };
}

export function refuse({ store }: Ground, status: number, message: string): Answer {
  return answerError({ status, message, rootUrl: store.rootUrl });
}

export const answerNothing = (status: number): Answer => ({ status, headers: {}, body: "" });

/** A text of the body; undefined where it is not there or no text. */
export function textOf({ body }: Write, name: string): string | undefined {
  const value = body[name];
  return typeof value === "string" ? value : undefined;
}

export function textsOf({ body }: Write, name: string): string[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** The names of labels that are given by id, or by name as newer versions let. */
export function labelNames({ body, repository }: Write): string[] {
  const asked: unknown[] = Array.isArray(body.labels) ? body.labels : [];
  return repository.labels
    .filter(({ id, name }) => asked.includes(id) || asked.includes(name))
    .map(({ name }) => name);
}
