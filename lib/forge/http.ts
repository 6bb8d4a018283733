import { setTimeout as wait } from "node:timers/promises";
import { inspect } from "node:util";
import { AppError, messageOf } from "#/lib/errors.ts";
import { ForgeError } from "./forge-error.ts";

const TIMEOUT_MS = 60_000;
const TRIES_MAX = 5;
const WAIT_FIRST_MS = 500;
const WAIT_MAX_MS = 30_000;
const SHOWN_MAX = 40;
const TROUBLE_BYTES_MAX = 64 * 1024;
const PASSING = new Set([429, 500, 502, 503, 504]);

export type Answer = { readonly body: unknown; readonly headers: Headers };

/** A text, of which no more than so many bytes were read. */
export type BoundedText = { readonly text: string; readonly isCut: boolean };
export type TextRequest = {
  /** What a whole text is called in an error. */
  readonly what: string;
  readonly bytesMax: number;
  /** Asked of a text that was not cut. */
  readonly isWhole: (text: string) => boolean;
};

export type HttpClient = {
  get(path: string): Promise<Answer>;
  /** A text of at most so many bytes; what is no UTF-8 in it becomes U+FFFD. */
  text(path: string, request: TextRequest): Promise<BoundedText>;
  requests(): number;
};

/**
 * Reads JSON and texts from one forge. Tries again, up to five times, only on an answer that says "not
 * now", a broken connection or a body that is not what was asked for; throws ForgeError otherwise,
 * never naming the token.
 */
export function httpClient(
  base: string,
  token: string | null,
  waitFirstMs = WAIT_FIRST_MS,
): HttpClient {
  let requests = 0;
  const once = async <Body>(path: string, reader: Reader<Body>): Promise<Body | Trouble> => {
    const headers = headersFor(token, reader.accept);
    requests += 1;
    try {
      const response = await fetch(`${base}${path}`, {
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) {
        const { text } = await readBounded(response, TROUBLE_BYTES_MAX);
        return troubleOf(response, without(token, text), path);
      }
      return await reader.read(response);
    } catch (cause) {
      const what = cause instanceof SyntaxError ? `a body that is not ${reader.what}` : "no answer";
      const error = new ForgeError(
        "unavailable",
        `${base} gave ${what} to ${path} (${without(token, messageOf(cause))}). Check the address and that the forge runs.`,
        // Log lines print a cause whole, so one that shows the token is left out.
        inspect(cause) === without(token, inspect(cause)) ? { cause } : {},
      );
      return { error, again: true, waitMs: null };
    }
  };
  const ask = async <Body extends object>(path: string, reader: Reader<Body>): Promise<Body> => {
    for (let attempt = 1; ; attempt += 1) {
      const result = await once(path, reader);
      if (!isTrouble(result)) return result;
      if (!result.again || attempt === TRIES_MAX) throw result.error;
      const backoffMs = Math.random() * waitFirstMs * 2 ** attempt;
      await wait(Math.min(result.waitMs ?? backoffMs, WAIT_MAX_MS));
    }
  };
  return {
    get: (path) => ask(path, jsonReader(token)),
    text: (path, request) => ask(path, textReader(token, request)),
    requests: () => requests,
  };
}

type Reader<Body> = {
  readonly accept: string;
  readonly what: string;
  /** Throws SyntaxError on a body that is not what was asked for. */
  readonly read: (response: Response) => Promise<Body>;
};

const jsonReader = (token: string | null): Reader<Answer> => ({
  accept: "application/json",
  what: "JSON",
  read: async (response) => ({
    body: parseBody(await response.text(), token),
    headers: response.headers,
  }),
});

const textReader = (token: string | null, request: TextRequest): Reader<BoundedText> => ({
  accept: "text/plain",
  what: request.what,
  async read(response) {
    const bounded = await readBounded(response, request.bytesMax);
    if (bounded.isCut || request.isWhole(bounded.text)) return bounded;
    throw notAsAsked(bounded.text, token);
  },
});

async function readBounded(response: Response, bytesMax: number): Promise<BoundedText> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let [text, left] = ["", bytesMax];
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    // Leaving the loop ends the answer, however long it would be.
    if (chunk.length > left) return { text, isCut: true };
    left -= chunk.length;
  }
  return { text: text + decoder.decode(), isCut: false };
}

/** The headers of every request; the platform's own error would repeat the token, so ours takes its place. */
function headersFor(token: string | null, accept: string): Headers {
  const headers = new Headers({ accept, "user-agent": "gateline" });
  try {
    if (token !== null) headers.set("authorization", `token ${token}`);
    return headers;
  } catch {
    throw new AppError(
      "invalid",
      "The token holds a sign that no token has, such as a line break. Enter it anew on the sources page.",
    );
  }
}

function parseBody(text: string, token: string | null): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The platform's error quotes the body in part, where a piece of the token could not be told any more.
    throw notAsAsked(text, token);
  }
}

const notAsAsked = (text: string, token: string | null): SyntaxError =>
  new SyntaxError(`it begins with ${JSON.stringify(without(token, text).slice(0, SHOWN_MAX))}`);

const without = (token: string | null, text: string): string =>
  token === null || token === "" ? text : text.replaceAll(token, "[token]");

type Trouble = {
  readonly error: ForgeError;
  readonly again: boolean;
  readonly waitMs: number | null;
};

const isTrouble = (result: object): result is Trouble => "error" in result;

const MEANING: Record<number, string> = {
  401: "refuses the token. Enter a valid one on the sources page",
  403: "does not allow this to the token. Give it the scope that the answer names",
  404: "has nothing there, or the token may not see it. Check the name and the token's rights",
};

function troubleOf(response: Response, text: string, path: string): Trouble {
  const { status } = response;
  const meaning = MEANING[status] ?? "answered with an error. Try again later";
  const said = text.startsWith("{") ? ` It said: ${text.slice(0, 300)}` : "";
  const code =
    status === 404 ? "not_found" : status === 401 || status === 403 ? "forbidden" : "unavailable";
  const error = new ForgeError(
    code,
    `The forge ${meaning} (${status} for ${path.split("?")[0]}).${said}`,
    { status },
  );
  const after = Number(response.headers.get("retry-after"));
  return { error, again: PASSING.has(status), waitMs: after > 0 ? after * 1000 : null };
}
