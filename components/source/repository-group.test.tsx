import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SourceRepositoryView } from "#/lib/contract/sources.ts";
import { RepositoryGroup } from "./repository-group.tsx";
import { before, NOW, repository, run, stream } from "./testing/views.ts";

const shown = (given: Partial<SourceRepositoryView>, isOpen: boolean | null = null) =>
  renderToStaticMarkup(
    <table>
      <RepositoryGroup
        repository={repository(given)}
        left={null}
        now={NOW}
        told="The forge is away."
        unfold={isOpen === null ? null : { isOpen, toggle: () => undefined }}
      />
    </table>,
  );
const read = [stream({ held: 12, forgeTotal: 12, lastPass: before(3), lastWholePass: before(9) })];

test("there is a bar only where it is known of how much", () => {
  const bar = 'aria-label="acme/shop: Pull requests"';
  const known = shown({ run: run({ done: 25, total: 100 }) });
  expect(known).toContain(bar);
  expect(known).toContain('aria-valuenow="25"');
  expect(shown({ run: run({ done: 25, total: null }) })).not.toContain(bar);
  expect(shown({ run: run({ state: "done", done: 25, total: 100 }) })).not.toContain(bar);
});

test("a repository that was never asked has one line that says so", () => {
  expect(shown({})).toContain("Nothing was read of it yet.");
  expect(shown({})).not.toContain("Forge");
  expect(shown({ streams: read })).not.toContain("Nothing was read of it yet.");
});

test("in a long list the streams are there once they are opened", () => {
  expect(shown({ streams: read }, false)).not.toContain("Pull requests");
  expect(shown({ streams: read }, false)).toContain('aria-expanded="false"');
  expect(shown({ streams: read }, true)).toContain("Pull requests");
});

test("a lost repository says that nothing was deleted and what to check", () => {
  const text = shown({ lost: { at: before(60), why: "404 for /repos/acme/shop" }, streams: read });
  expect(text).toContain("does not show it since 12 Jun 2026, 17:00 UTC");
  expect(text).toContain("Nothing of it was deleted here");
  expect(text).toContain("404 for /repos/acme/shop");
});

test("rows that the forge cannot give are listed with why and since when", () => {
  const quarantined = [
    {
      stream: "pulls",
      at: "page 2, row 3",
      number: 9,
      why: "It answers 500.",
      since: before(1500),
    },
  ];
  const text = shown({ quarantined, streams: [stream({ quarantined: 60 })] });
  expect(text).toContain("60 rows that the forge cannot give");
  expect(text).toContain("These are the newest 1.");
  expect(text).toContain("Pull requests #9, page 2, row 3: It answers 500.");
  expect(text).toContain("Since 11 June 2026.");
});

test("what could not be read for judging is open to see, and the rest is folded", () => {
  const files = (refusal: string | null) =>
    shown({
      streams: [...read, stream({ stream: "files", held: 3, lastPass: before(4), refusal })],
    });
  expect(files(null)).toContain("Read for judging: 1 stream, the oldest read 4 minutes ago");
  expect(files(null)).not.toContain("open=");
  expect(files("403")).toContain("open=");
  expect(files("403")).toContain("1 could not be read");
});

test("why a run failed is said once, with its source or beside it", () => {
  const failed = (error: string) =>
    shown({ run: run({ state: "failed", error, endedAt: before(1) }) });
  expect(failed("The forge is away.")).toContain(
    "Failed 1 minute ago at Pull requests, for the reason above.",
  );
  expect(failed("The page is broken.")).toContain("at Pull requests: The page is broken.");
});

test("of a stream that was never read no amount is said, which is not 0", () => {
  const labels = stream({ stream: "labels" });
  expect(shown({ streams: [...read, labels] })).toContain("Nothing was read of it yet");
  const files = stream({ stream: "files" });
  expect(shown({ streams: [...read, files] })).not.toContain("of 0 pull requests");
});
