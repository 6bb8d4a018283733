import { expect, test } from "vitest";
import type { Measure } from "#/lib/coverage/measure.ts";
import { db } from "#/lib/store/db.ts";
import { ONE, OPEN, THREE, TWO, withOpen } from "#/lib/sync/testing/with-open.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { readPlanItems } from "./plan-rows.ts";
import { readPullEffects } from "./pull-effects.ts";

async function effectsOf(slug: string, measure: Measure) {
  const program = await findProgramOrThrow(slug);
  const items = await readPlanItems(program.id, measure);
  const numbers = new Map(items.map(({ item, number }) => [item, number]));
  const effects = await readPullEffects({ program, measure, items });
  return effects.map(({ closes, ...rest }) => ({
    ...rest,
    closes: closes.map((item) => numbers.get(item)),
  }));
}

test("an open pull request is told with the gaps that merging it closes and the figure that it moves, else with why it closes none", async () => {
  await using place = await withOpen();
  await place.judge();
  const told = { alias: "shop", number: OPEN, title: place.open.title };
  expect(await effectsOf(place.slug, "blocking")).toEqual([
    {
      ...told,
      url: expect.stringMatching(new RegExp(`/pulls/${OPEN}$`)),
      closes: [ONE, TWO, THREE],
      text: "Merging this closes 3 gaps of shop, 20.0 % (1 of 5) → 80.0 % (4 of 5). Its own evidence reaches the rung blocking if its jobs are green when it is merged.",
    },
  ]);
  expect(await effectsOf(place.slug, "has_test@1")).toMatchObject([
    { ...told, closes: [], text: expect.stringMatching(/^has_test@1 looks at a fix's own files/) },
  ]);
});

test("and an invented one has no address; what is merged is told no more", async () => {
  await using place = await withOpen();
  await place.judge();
  await db.program.update({ where: { slug: place.slug }, data: { sample: true } });
  expect(await effectsOf(place.slug, "blocking")).toMatchObject([{ number: OPEN, url: null }]);
  place.merge();
  await place.judge();
  expect(await effectsOf(place.slug, "blocking")).toEqual([]);
});
