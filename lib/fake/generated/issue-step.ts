import type { FakeIssue } from "../store.ts";
import { inOnePiece, momentOf } from "./moment.ts";
import { LOGINS } from "./pull-row.ts";
import { commentsOn } from "./talk.ts";
import type { Walk } from "./walk.ts";

/** Opens the issue of a number; some are closed by hand soon, others wait for a fix. */
export function openIssue(walk: Walk, number: number): void {
  const { random, world, now, pace, options } = walk;
  const at = momentOf(now);
  const issue: FakeIssue = {
    id: 9000 + number,
    number,
    title: inOnePiece(random.pick(world.areas).name, " answers wrongly in case ", number),
    body: "It should have been refused.\n\nSeen by a customer.",
    author: random.pick(LOGINS),
    labels: random.chance(0.1) ? ["bug", "incident"] : ["bug"],
    state: "open",
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    dueAt: null,
  };
  walk.issues.push(issue);
  const to = now + 120 + random.below(pace * 6);
  const said = commentsOn(number, options.commentsPerPull / 2, { from: now + 60, to }, random);
  walk.comments.push(...said);
  issue.updatedAt = said.at(-1)?.createdAt ?? at;
  if (random.chance(0.2)) {
    const moment = momentOf(to);
    Object.assign(issue, { state: "closed", closedAt: moment, updatedAt: moment });
  } else walk.waiting.push(issue);
}
