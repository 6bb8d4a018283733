import { ForgeError } from "../forge-error.ts";
import type { Answer, HttpClient } from "../http.ts";
import type { Server } from "./know-server.ts";
import { toTime } from "./to-time.ts";

/** Where something is asked for: a client, what is known of the server, and the repository as addresses have it. */
export type Place = {
  readonly http: HttpClient;
  readonly server: Server;
  readonly repository: string;
};

/** What tells a row to a person, and a row between two others to us. */
export type Mark = {
  readonly text: string;
  /** In the sequence of issues and pull requests; null for rows of another kind. */
  readonly number: number | null;
  readonly at: Date | null;
};

/** A list that is read by pages. */
export type List<Row> = {
  /** What its rows are called. */
  readonly what: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly limit: number;
  /** How one row follows another, as words between its name and a day; null where no day orders it. */
  readonly follows: "created before" | "created after" | "changed before" | null;
  readonly rowsOf: (body: unknown) => readonly unknown[];
  /** Throws ForgeError `failed` on a row that is not as published. */
  readonly to: (raw: unknown) => Row;
  readonly markOf: (row: Row) => Mark;
  readonly totalOf?: (body: unknown) => number | null;
  /** Whether what follows these rows is not wanted any more; absent where the whole list is. */
  readonly isEnough?: (rows: readonly Row[]) => boolean;
};

export type Asked = { readonly page: number; readonly limit: number };

/** Asks for one page of a list. */
export function askList<Row>(http: HttpClient, list: List<Row>, asked: Asked): Promise<Answer> {
  const query = new URLSearchParams({
    ...list.query,
    page: String(asked.page),
    limit: String(asked.limit),
  });
  return http.get(`${list.path}?${query}`);
}

/** How many rows the forge says there are; null where it does not say. */
export function totalOf({ headers }: Answer): number | null {
  const text = headers.get("x-total-count");
  const total = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isInteger(total) && total >= 0 ? total : null;
}

/** The forge's clock when it answered; throws ForgeError `failed` where it does not tell. */
export function serverTimeOf({ headers }: Answer): Date {
  const at = toTime(headers.get("date"));
  if (at) return at;
  throw new ForgeError(
    "failed",
    "The forge's answer has no Date header, so nothing can be read incrementally from it.",
  );
}

/** The forge's clock by ours, where there is no answer that tells it. */
export const timeOf = ({ server }: Place): Date => new Date(Date.now() + (server.clockSkewMs ?? 0));

/** A moment as the forge reads it: whole seconds and `Z`, since a `+` in an address would be read as a blank. */
export const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** A repository's name as addresses have it. */
export const encode = (fullName: string): string =>
  fullName.split("/").map(encodeURIComponent).join("/");
