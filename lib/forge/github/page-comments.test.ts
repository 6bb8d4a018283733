import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommentFact } from "#/lib/facts/comment.ts";
import type { Page, Position } from "../forge.ts";
import type { Place } from "./ask-repository.ts";
import { pageComments } from "./page-comments.ts";

type Row = { id: number; minute: number };
const moment = (minute: number) => new Date(Date.UTC(2026, 5, 1) + minute * 60_000).toISOString();

/** A forge that cuts its list of comments into pages as they stand when it is asked. */
function listing(rows: () => readonly Row[], link: string | null = null): Place {
  const get = async (path: string) => {
    const query = new URL(path, "http://forge.example").searchParams;
    const [page, size] = [Number(query.get("page")), Number(query.get("per_page"))];
    const body = rows()
      .slice((page - 1) * size, page * size)
      .map(({ id, minute }) => ({
        id,
        user: null,
        body: "b",
        issue_url: "http://forge.example/repos/o/r/issues/7",
        created_at: moment(minute),
        updated_at: moment(minute),
      }));
    const headers = new Headers({ date: new Date(0).toUTCString(), ...(link && { link }) });
    return { status: 200, body, headers };
  };
  const unasked = () => Promise.reject(new Error("asked for something else"));
  const api = { get, ask: unasked, requests: () => 0 };
  return { api, owner: "o", name: "r", path: "/repos/o/r" };
}

async function walk(place: Place, between: (page: number) => void): Promise<Set<string>> {
  const read = new Set<string>();
  let position: Position | null = null;
  for (let page = 1; page === 1 || position; page += 1) {
    expect(page).toBeLessThan(200);
    const told: Page<CommentFact> = await pageComments(place, position, null);
    for (const { externalId } of told.rows) read.add(externalId);
    position = told.next;
    between(page);
  }
  return read;
}

const Step = fc.record({
  from: fc.nat({ max: 600 }),
  count: fc.nat({ max: 250 }),
  add: fc.nat({ max: 5 }),
});

test("whatever is deleted or added between pages, no comment that was there all the time is missed", async () => {
  const counts = fc.integer({ min: 0, max: 700 });
  const perMinute = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(
      counts,
      perMinute,
      fc.array(Step, { maxLength: 8 }),
      async (count, rate, steps) => {
        const make = (id: number): Row => ({ id, minute: Math.floor(id / rate) });
        let rows = Array.from({ length: count }, (_, index) => make(index + 1));
        const stayed = new Set(rows.map(({ id }) => String(id)));
        let last = count;
        const read = await walk(
          listing(() => rows),
          (page) => {
            const { from, count: many, add } = steps[page - 1] ?? { from: 0, count: 0, add: 0 };
            for (const { id } of rows.slice(from, from + many)) stayed.delete(String(id));
            const fresh = Array.from({ length: add }, () => make((last += 1)));
            rows = [...rows.slice(0, from), ...rows.slice(from + many), ...fresh];
          },
        );
        expect([...stayed].filter((id) => !read.has(id))).toEqual([]);
      },
    ),
  );
});

describe("the end of the list", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ id: id + 1, minute: id }));

  test("is a page that is not full, also where the forge says nothing of more", async () => {
    const read = await walk(
      listing(() => rows(230)),
      () => undefined,
    );
    expect(read.size).toBe(230);
  });

  test("is none where the forge says that there is more", async () => {
    const link =
      '<http://forge.example/x?page=2>; rel="next", <http://forge.example/x?page=9>; rel="last"';
    const walked = walk(
      listing(() => rows(30), link),
      () => undefined,
    );
    await expect(walked).rejects.toThrow(/the list is not whole/);
  });
});
