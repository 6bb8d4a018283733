import type { FakeStore } from "./store.ts";

export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
};

/** One request as every dialect of the forge sees it. */
export type Asked = {
  store: FakeStore;
  method: string;
  url: URL;
  /** By their names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
  bytes: Uint8Array;
  pageMax: number;
  treePageMax: number;
};

/** What a dialect makes of a request that is its own. */
export type Answered = {
  /** `METHOD /template`, by which requests are counted. */
  endpoint: string;
  /** A function where answering changes something: it is not called when a fault refuses the request. */
  answer: Answer | (() => Answer | Promise<Answer>);
  /** Git is counted apart from the API; absent means the API. */
  kind?: "api" | "git";
  /** What the answer cost of a limit that is counted in points; absent means none. */
  points?: number;
};

/** One dialect: null where the request belongs to another. */
export type Mount = (asked: Asked) => Answered | null | Promise<Answered | null>;

type Failure = { status: number; message: string; rootUrl: string };

/** A JSON answer as the forge sends it. */
export function answerJson(body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status: 200,
    headers: { "Content-Type": "application/json;charset=utf-8", ...headers },
    body: `${JSON.stringify(body)}\n`,
  };
}

/** The forge's error document. */
export function answerError({ status, message, rootUrl }: Failure): Answer {
  const answer = answerJson({ errors: [], message, url: `${rootUrl}/api/swagger` });
  return { ...answer, status };
}

/** What the forge says of everything that is not there. */
export function answerNotFound({ rootUrl }: { rootUrl: string }): Answer {
  return answerError({ status: 404, message: "The target couldn't be found.", rootUrl });
}
