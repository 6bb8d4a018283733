import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Forge } from "../forge.ts";
import { type Told, toldForge } from "./testing/told-forge.ts";
import { walk } from "./testing/walk.ts";

const COUNT = 47;
const at = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();

const rowOf = (number: number) => ({
  id: 1000 + number,
  number,
  title: `pull ${number}`,
  state: "open",
  merged: false,
  user: null,
  labels: null,
  base: { ref: "main" },
  created_at: at(number),
  updated_at: at(number),
});

type Fails = (number: number) => boolean;

/** A forge whose pull requests are numbered without gaps, and which fails on every page that holds a bad one. */
function badForge(pageMax: number, isBad: Fails, spoil: (row: object) => object = (row) => row) {
  const all = Array.from({ length: COUNT }, (_, index) => COUNT - index);
  return toldForge(pageMax, ({ searchParams }): Told => {
    const [page, limit] = [Number(searchParams.get("page")), Number(searchParams.get("limit"))];
    const rows = all.slice((page - 1) * limit, page * limit);
    if (rows.some(isBad)) return 500;
    return {
      body: rows.map(rowOf).map(spoil),
      headers: { "x-total-count": String(COUNT) },
    };
  });
}

async function pullsOf(forge: Forge) {
  const { rows, poison } = await walk(forge, { stream: "pulls", repository: "a/b" });
  return { numbers: rows.map(({ number }) => number), poison };
}

describe("a row on which the forge always fails", () => {
  test("is stepped over, and its neighbours are read", async () => {
    await using told = await badForge(20, (number) => number === 30);
    const { numbers, poison } = await pullsOf(told.forge);
    expect(numbers).toHaveLength(COUNT - 1);
    expect(poison).toEqual([
      {
        at: "pulls created before 2026-01-01 (after #31)",
        number: 30,
        why: expect.stringContaining("500"),
      },
    ]);
  });

  test("at the end of its page is told by the page behind", async () => {
    await using told = await badForge(20, (number) => number === 28);
    const { poison } = await pullsOf(told.forge);
    expect(poison).toMatchObject([{ number: 28 }]);
  });

  test("costs questions by tens, and then of its own ten", async () => {
    await using told = await badForge(20, (number) => number === 30);
    await pullsOf(told.forge);
    const questions = [...new Set(told.asked)];
    const limits = questions.flatMap((path) => /limit=(\d+)/.exec(path)?.[1] ?? []);
    const count = (limit: string) => limits.filter((each) => each === limit).length;
    expect([count("20"), count("10"), count("1")]).toEqual([3, 2, 10]);
  });

  test("whatever fails, all others are read, and each that fails is told once and alike", async () => {
    const bad = fc.uniqueArray(fc.integer({ min: 1, max: COUNT }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(bad, fc.constantFrom(7, 20, 50), async (numbers, pageMax) => {
        await using told = await badForge(pageMax, (number) => numbers.includes(number));
        const first = await pullsOf(told.forge);
        const good = Array.from({ length: COUNT }, (_, index) => COUNT - index);
        expect(first.numbers).toEqual(good.filter((number) => !numbers.includes(number)));
        expect(new Set(first.poison.map((row) => row.at)).size).toBe(numbers.length);
        expect((await pullsOf(told.forge)).poison).toEqual(first.poison);
      }),
      { numRuns: 12 },
    );
  });
});

describe("an outage is no bad row", () => {
  test("where everything fails", async () => {
    await using told = await badForge(20, () => true);
    await expect(pullsOf(told.forge)).rejects.toMatchObject({ code: "unavailable", status: 500 });
    expect(told.asked.length).toBeLessThan(100);
  });

  test("where it begins in the middle of a page", async () => {
    let answered = 0;
    await using told = await badForge(20, (number) => {
      if (number === 45) return true;
      if (number === 28) answered += 1;
      return answered > 0;
    });
    await expect(pullsOf(told.forge)).rejects.toMatchObject({ code: "unavailable", status: 500 });
  });
});

describe("a row that is not as published", () => {
  test("is told by its number, and the others are read", async () => {
    await using told = await badForge(
      20,
      () => false,
      (row) => ("number" in row && row.number === 30 ? { ...row, state: "odd" } : row),
    );
    const { numbers, poison } = await pullsOf(told.forge);
    expect(numbers).toHaveLength(COUNT - 1);
    expect(poison).toEqual([
      {
        at: "pulls #30",
        number: 30,
        why: expect.stringMatching(/not as its API describes: state/),
      },
    ]);
  });

  test("is an error where every row is one: then it is another forge", async () => {
    await using told = await badForge(
      20,
      () => false,
      () => ({ number: 3 }),
    );
    await expect(pullsOf(told.forge)).rejects.toMatchObject({ code: "failed" });
  });
});
