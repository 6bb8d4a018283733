import { afterAll, expect, test } from "vitest";
import { ItemView } from "#/lib/contract/item.ts";
import { change } from "#/lib/fake/change.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { readItemOrThrow } from "./item.ts";

const sample = await readySample();
afterAll(() => sample.close());

const PATH = ".gitea/workflows/e2e-chat.yml";
const place = { store: sample.store, repository: sample.core };
const TEXT = sample.core.branches[0]?.files.get(PATH) ?? "";
const MASKED = TEXT.replace("canvas/e2e/chat", "canvas/e2e/chat || true");

async function decaysOf(number: number) {
  const where = { repositoryId: sample.idOf("core"), number, kind: "fix" };
  const { id } = await db.item.findFirstOrThrow({ where });
  return ItemView.parse(await readItemOrThrow({ item: id, clock: NOW, actorId: null })).decays;
}

async function afterChange(make: () => unknown) {
  make();
  await sample.sync("core");
  await sample.assess();
}

test("an item tells what became of the gates that held it, the newest first, and what was mended", async () => {
  expect(await decaysOf(2452)).toEqual([]);
  await afterChange(() => change.editFile(place, { path: PATH, text: MASKED }));
  const masked = {
    cause: "masked",
    why: expect.stringContaining("|| true (line 13)"),
    gate: `${PATH}:chat`,
    name: "e2e-chat / chat",
    gateId: expect.any(Number),
    workflow: PATH,
    line: 6,
    url: null,
    rung: "blocking",
    seenAt: NOW.toISOString(),
    mendedAt: null,
  };
  expect(await decaysOf(2452)).toEqual([masked]);
  expect(await decaysOf(2131)).toEqual([]);
  await afterChange(() => change.editFile(place, { path: PATH, text: TEXT }));
  await afterChange(() => change.deleteFile(place, PATH));
  expect(await decaysOf(2452)).toMatchObject([
    { cause: "deleted", name: "e2e-chat.yml / chat", gateId: null, line: null, mendedAt: null },
    { ...masked, gateId: null, name: "e2e-chat.yml / chat", mendedAt: NOW.toISOString() },
  ]);
});
