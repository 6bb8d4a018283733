import { describe, expect, test } from "vitest";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { Stand } from "./all-say.ts";
import {
  clustersAt,
  csvAt,
  gapsAt,
  overviewAt,
  policyNow,
  reported,
  sum,
  tallyIn,
} from "./surfaces.ts";

/** Tests that the clusters hold the gaps of the overview, each once. */
export function clustersSay(): void {
  describe.each(MEASURES)("of %s", (measure) => {
    test("the clusters and what is in none of them are its gaps", async () => {
      const view = await clustersAt(measure);
      const { gap } = tallyIn((await overviewAt(measure)).measures, measure);
      expect([view.measure, view.gaps]).toEqual([measure, gap]);
      const gathered = view.clusters.map((cluster) => cluster.tally.gap);
      const left = sum(view.unclustered.map(({ gaps }) => gaps));
      expect(sum(gathered) + left).toBe(gap);
      const shares = view.clusters.map((cluster) => sum(cluster.repositories.map((r) => r.gaps)));
      expect(shares).toEqual(gathered);
    });

    test("the rows of the CSV name each cluster as often as it says, and none for those in none", async () => {
      const { clusters, unclustered } = await clustersAt(measure);
      const rows = (await csvAt(measure)).filter((row) => row["verdict"] === "gap");
      const naming = (key: string) => rows.filter((row) => row["cluster"] === key).length;
      expect(clusters.map(({ key }) => [key, naming(key)])).toEqual(
        clusters.map((cluster) => [cluster.key, cluster.tally.gap]),
      );
      expect(naming("")).toBe(sum(unclustered.map(({ gaps }) => gaps)));
      const { counts } = await gapsAt(measure, { cluster: "none" });
      expect(counts.gap).toBe(naming(""));
    });
  });

  test("the command has the clusters of the page", async () => {
    const { clusters, unclustered, gaps } = await clustersAt(null);
    const said = await reported();
    expect(said).toMatchObject({ gaps, unclustered });
    expect(said.clusters.map(({ key, gaps: own }) => [key, own])).toEqual(
      clusters.map(({ key, tally }) => [key, tally.gap]),
    );
  });
}

/** Tests that the line over time and the history of the policy end with what the overview shows. */
export function recordsSay({ policy, rung }: Pick<Stand, "policy" | "rung">): void {
  test.each(MEASURES)(
    "the last day of the line at %s is the overview's figure",
    async (measure) => {
      const { measures, burndown } = await overviewAt(measure);
      expect(burndown.measure).toBe(measure);
      expect(burndown.points.at(-1)).toMatchObject(tallyIn(measures, measure));
    },
  );

  test("what was displayed under the policy in force is the overview's figure", async () => {
    const { versions, version: inForce } = await policyNow();
    const shown = versions.find((row) => row.version === inForce);
    expect(`${shown?.name}@${inForce}`).toBe(policy);
    const figure = tallyIn((await overviewAt(null)).measures, rung);
    expect(shown).toMatchObject({ rung, displayed: { fixes: figure } });
  });
}
