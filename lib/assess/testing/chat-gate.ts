import { deepStrictEqual } from "node:assert";
import { change } from "#/lib/fake/change.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { derivedRows } from "./derived.ts";
import { decayRows, movedSince, standingRows } from "./standing-rows.ts";

const RUN = "npx playwright test canvas/e2e/chat";

/** The sample with one of its gates to spoil: a job that alone holds up five fixes. */
export async function chatGate() {
  const sample = await readySample();
  const core = sample.idOf("core");
  const place = { store: sample.store, repository: sample.core };
  const [rows, standings] = [await derivedRows(), await standingRows()];
  const branch = sample.core.branches[0];
  const path = ".gitea/workflows/e2e-chat.yml";
  const text = branch?.files.get(path) ?? "";
  const contexts = [...(branch?.protection?.contexts ?? [])];
  const keyOf = (number: number) => `fix:${core}:${number}`;
  const write = (written: string, to = path) => change.editFile(place, { path: to, text: written });
  const judge = async () => {
    await sample.sync("core");
    await sample.assess();
  };
  return {
    sample,
    core,
    place,
    branch,
    path,
    text,
    keyOf,
    write,
    judge,
    run: RUN,
    masked: text.replace(RUN, `${RUN} || true`),
    gate: `${path}:chat`,
    // The last one by a later pull request that says that it covers it.
    held: [2180, 2361, 2452, 2534, 2605].map(keyOf),
    isRequired: (required: boolean) =>
      change.requireContexts(
        sample.core,
        contexts.filter((each) => required || each !== "e2e-chat / chat (pull_request)"),
      ),
    /** The items that do not stand as they stood at first. */
    moved: async () => movedSince(standings, await standingRows()),
    /** Mends everything and forgets what decayed; throws where then not all is as it was at first. */
    async restore(): Promise<void> {
      for (const name of branch?.files.keys() ?? [])
        if (name.includes("e2e-chat") && name !== path) change.deleteFile(place, name);
      write(text);
      change.requireContexts(sample.core, contexts);
      await judge();
      const lying = (await decayRows()).flatMap(({ items }) =>
        items.filter((item) => !item.mended),
      );
      await db.decay.deleteMany();
      deepStrictEqual([await derivedRows(), lying], [rows, []]);
    },
  };
}
