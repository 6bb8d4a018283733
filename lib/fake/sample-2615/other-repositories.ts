/** Pull requests of the three repositories that nobody audited, in the notation of `read-pulls.ts`. */
export const ciPulls = `
#14 2026-04-22T12:10:09Z fleet-engineer feat(runner): a runner image with both browsers
  A images/runner/Dockerfile
#17 2026-05-13T09:41:55Z kimi fix(cache): key the module cache by the lock file
  M actions/cache/action.yml
#21 2026-06-04T13:28:30Z fleet-engineer chore(deps): raise the checkout action
  M actions/checkout/action.yml
`;

export const appPulls = `
#43 2026-04-29T14:36:12Z minimax feat(home): show the agents that wait for an answer
  A src/home/waiting.ts
  A src/home/waiting.test.ts
#46 2026-05-19T10:49:03Z minimax fix(push): open the message that was tapped
  M src/push/open.ts
  A src/push/open.test.ts
#48 2026-06-03T11:15:27Z kimi fix(login): keep the session over an update
  M src/login/session.ts
#52 open minimax feat(home): pull to refresh
  M src/home/list.ts
`;

export const landingpagePulls = `
#5 2026-05-06T10:37:48Z fleet-engineer feat(pricing): the price of a team
  M src/pricing.astro
#8 2026-05-28T09:06:31Z minimax fix(contact): send the form once
  M src/contact.ts
`;
