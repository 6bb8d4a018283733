import type { Call } from "./call.ts";

/** Which headers an endpoint gives with a page: the real ones differ, and some give none. */
export type PageHeaders = "link" | "no-link" | "page-count" | "commits" | "none";

/** One page of the rows: the size is clamped in silence, and past the end is empty. */
export function pageOf<Row>(
  call: Call,
  { all, kind }: { all: readonly Row[]; kind: PageHeaders },
): { rows: Row[]; headers: Record<string, string> } {
  const page = Math.max(1, wholeNumber(call.query.get("page"), 1));
  const limit = pageSize(call);
  const shown = { page, limit, pages: Math.ceil(all.length / limit), total: all.length };
  return {
    rows: all.slice((page - 1) * limit, page * limit),
    headers: headersOf(call, { ...shown, kind }),
  };
}

type Shown = { page: number; limit: number; pages: number; total: number; kind: PageHeaders };

function headersOf(call: Call, { page, limit, pages, total, kind }: Shown): Record<string, string> {
  if (kind === "none") return {};
  const headers: Record<string, string> = { "X-Total-Count": String(total) };
  const link = kind === "no-link" ? "" : linkHeader(call, { page, pages });
  if (link) headers.Link = link;
  if (kind === "page-count" || kind === "commits") {
    headers["X-Page"] = String(page);
    headers["X-PerPage"] = String(limit);
    headers["X-PageCount"] = String(pages);
    headers["X-HasMore"] = String(page < pages);
  }
  if (kind === "commits") headers["X-Total"] = String(total);
  return headers;
}

function pageSize({ query, pageMax }: Call): number {
  const asked = wholeNumber(query.get("limit"), 0);
  return Math.min(asked > 0 ? asked : 30, pageMax);
}

function linkHeader(call: Call, { page, pages }: { page: number; pages: number }): string {
  const to = (target: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(target));
    return `<${call.store.rootUrl}${call.path}?${query.toString()}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (page < pages) links.push(to(page + 1, "next"), to(pages, "last"));
  if (page > 1 && pages > 0) links.push(to(1, "first"), to(page - 1, "prev"));
  return links.join(",");
}

function wholeNumber(text: string | null, fallback: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isNaN(value) ? fallback : value;
}
