import type { Response } from "undici";
import { ForgeError } from "../forge-error.ts";
import type { Redactor } from "./redact.ts";

const SHOWN_MAX = 40;
const LOOKED_AT = 16 * 1024;
const JSON_BYTES_MAX = 64 * 1024 * 1024;

/** A text, of which no more than so many bytes were read. */
export type BoundedText = { readonly text: string; readonly isCut: boolean };

/** What is asked for, and how it is read of an answer. */
export type Reader<Body> = {
  readonly accept: string;
  /** What a right body is called in an error. */
  readonly what: string;
  /** Throws SyntaxError on a body that is not what was asked for. */
  readonly read: (response: Response) => Promise<Body>;
};

/** Reads JSON, with the status and the headers that came with it; refuses more than 64 MB. */
export const jsonReader = (redactor: Redactor) => ({
  accept: "application/json",
  what: "JSON",
  async read(response: Response) {
    const { text, isCut } = await readBounded(response, JSON_BYTES_MAX);
    if (isCut) {
      const message = `${response.url} gave more than 64 MB at once, which is not read. Ask for less.`;
      throw new ForgeError("failed", message, { status: response.status });
    }
    return { status: response.status, body: parse(text, redactor), headers: response.headers };
  },
});

/** Reads a text of at most so many bytes; `isWhole` is asked of one that was not cut. */
export const textReader = (
  redactor: Redactor,
  request: {
    readonly what: string;
    readonly bytesMax: number;
    readonly isWhole: (text: string) => boolean;
  },
) => ({
  accept: "text/plain",
  what: request.what,
  async read(response: Response): Promise<BoundedText> {
    const bounded = await readBounded(response, request.bytesMax);
    if (bounded.isCut || request.isWhole(bounded.text)) return bounded;
    throw notAsAsked(bounded.text, redactor);
  },
});

/** At most so many bytes of a body as text; what is no UTF-8 in it becomes U+FFFD. */
export async function readBounded(response: Response, bytesMax: number): Promise<BoundedText> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const pieces: string[] = [];
  let left = bytesMax;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    pieces.push(decoder.decode(chunk.subarray(0, left), { stream: true }));
    // Leaving the loop ends the answer, however long it would be.
    if (chunk.length > left) return { text: pieces.join(""), isCut: true };
    left -= chunk.length;
  }
  return { text: pieces.join("") + decoder.decode(), isCut: false };
}

function parse(text: string, redactor: Redactor): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The platform's error quotes the body in part, where a piece of the token could not be told any more.
    throw notAsAsked(text, redactor);
  }
}

// The secret is struck out before the cut, and only where it could be seen: a body can be long.
const notAsAsked = (text: string, redactor: Redactor): SyntaxError =>
  new SyntaxError(
    `it begins with ${JSON.stringify(redactor.text(text.slice(0, LOOKED_AT)).slice(0, SHOWN_MAX))}`,
  );
