import type { Call } from "./call.ts";

const PER_PAGE = 30;
const PER_PAGE_MAX = 100;

type Paged<Row> = { rows: Row[]; headers: Record<string, string> };

/** One page of the rows; its links name the repository by its id, whatever name was asked for. */
export function pageOf<Row>(call: Call, all: readonly Row[]): Paged<Row> {
  const perPage = Math.min(wholeNumber(call.query.get("per_page"), PER_PAGE), PER_PAGE_MAX);
  const page = wholeNumber(call.query.get("page"), 1);
  const pages = Math.ceil(all.length / perPage);
  const link = linksOf(call, { page, pages });
  return {
    rows: all.slice((page - 1) * perPage, page * perPage),
    headers: link ? { Link: link } : {},
  };
}

function linksOf(call: Call, { page, pages }: { page: number; pages: number }): string {
  const tail = call.path.split("/").slice(call.path.startsWith("/repos/") ? 4 : 3);
  const to = (target: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(target));
    const path = ["", "repositories", call.repository.id, ...tail].join("/");
    return `<${call.api}${path}?${query.toString()}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(to(page - 1, "prev"));
  if (page < pages) links.push(to(page + 1, "next"), to(pages, "last"));
  if (page > 1) links.push(to(1, "first"));
  return links.join(", ");
}

function wholeNumber(text: string | null, fallback: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return value > 0 ? value : fallback;
}
