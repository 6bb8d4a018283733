import { expect, test } from "vitest";
import type { Place } from "#/lib/fake/change/place.ts";
import { change } from "#/lib/fake/change.ts";
import { generatedForge, SKINS } from "./testing/generated-forge.ts";

const PULLS = 500;

// 250 for 10,000 are 50 a page and a quarter more, and GitHub's 450 are 25 a page and an eighth; what is
// asked once, however many there are, is four. Gitea before 1.23.6 gives 20 a page, since its lists cost
// it much.
const MOST = { "1.27.0": 16, "1.22.6": 31, "16.0.1+gitea-1.22.0": 16, github: 26 } as const;

test.each(SKINS)(
  `%s is asked for ${PULLS} pull requests and their files page by page, and git fetches once`,
  async (_name, version) => {
    await using forge = await generatedForge(version, { pulls: PULLS, withChecks: false });
    const { api, fetches, byEndpoint } = await forge.readPulls();
    expect(api, JSON.stringify(byEndpoint)).toBeLessThanOrEqual(MOST[version ?? "github"]);
    expect(fetches).toBeLessThanOrEqual(1);
    const { merged, withFiles } = await forge.held();
    expect(merged).toBeGreaterThan(PULLS / 2);
    expect(withFiles).toBe(merged);
  },
);

const CHANGES = {
  "got another title": (place: Place) => change.retitle(place, "fix(core): another title"),
  "was commented on": (place: Place) =>
    void change.comment(place, { author: "auditor", body: "seen" }),
  "was pushed to": (place: Place) => {
    const file = {
      kind: "write",
      path: "src/more.ts",
      content: "export const more = 1;\n",
    } as const;
    change.pushToPull(place, { changes: [file] });
  },
  "was approved": (place: Place) =>
    void change.review(place, { author: "auditor", state: "APPROVED" }),
  "was merged": (place: Place) => change.merge(place, "auditor"),
};

// What came onto the branch with it has checks of its own: those of the tip, of its head and of its merge.
const MOST_ASKED = (what: string): number => (what === "was merged" ? 9 : 6);

test.each(SKINS)(
  "%s is asked three times where nothing changed, and six times where one pull request did",
  async (_name, version) => {
    await using forge = await generatedForge(version, { pulls: 40 });
    const { store, repository } = forge;
    const ground = { store, repository };
    const file = { kind: "write", path: "src/own.ts", content: "export const own = 1;\n" } as const;
    const title = "fix(core): a wrong sum";
    const { number } = change.openPull(ground, { author: "auditor", title, changes: [file] });
    await forge.pass();
    await forge.settle();
    const idle = await forge.pass();
    expect(idle.fetches).toBe(0);
    expect(idle.api, JSON.stringify(idle.byEndpoint)).toBeLessThanOrEqual(3);
    for (const [what, make] of Object.entries(CHANGES)) {
      await forge.settle();
      make({ ...ground, number });
      const { api, byEndpoint } = await forge.pass();
      expect(api, `It ${what}: ${JSON.stringify(byEndpoint)}`).toBeLessThanOrEqual(
        MOST_ASKED(what),
      );
    }
  },
);
