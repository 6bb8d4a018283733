import { expect, test } from "vitest";
import { sayFailure } from "./say-failure.ts";

const failed = (said: string) => `git fetch failed in /srv/mirrors/a.git: fatal: ${said}`;
const at = "unable to access 'https://forge.test/o/n.git/':";

test.each([
  [failed("could not read Username for 'https://forge.test'"), "was refused (401)"],
  [failed(`${at} The requested URL returned error: 403`), "was refused (403)"],
  [failed(`${at} The requested URL returned error: 301`), "leads elsewhere (301)"],
  [failed(`${at} The requested URL returned error: 502`), "failed (502)"],
  [failed("repository 'https://forge.test/o/n.git/' not found"), "no git over HTTP (404)"],
  [failed("early EOF"), "failed (fatal: early EOF)"],
  ["Nobody knows the host forge.test. Check the address.", "failed (Nobody knows the host"],
])("%s is told to a person in a few words", (said, words) => {
  expect(sayFailure(said)).toContain(words);
});
