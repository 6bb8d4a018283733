import { AppError } from "#/lib/errors.ts";
import type { Page, PageRequest, RowOf, Stream } from "#/lib/forge/forge.ts";
import type { SyncTask } from "./sync-task.ts";

const PAGES_MAX = 100_000;

/** The pages of a stream from a position on; the next one is asked for while one is being saved. */
export async function* pagesAhead<S extends Stream>(
  task: SyncTask,
  request: Omit<PageRequest<S>, "repository">,
): AsyncGenerator<Page<RowOf[S]>> {
  const ask = (position: PageRequest<S>["position"]) => {
    task.signal.throwIfAborted();
    const asked = task.forge.page({ ...request, repository: task.fullName, position });
    // One that fails while its predecessor is being saved is no error without an owner: its turn comes.
    asked.catch(() => undefined);
    return asked;
  };
  let coming: Promise<Page<RowOf[S]>> | null = ask(request.position);
  try {
    for (let pages = 0; coming !== null; pages += 1) {
      if (pages === PAGES_MAX) throw tooMany(request.stream);
      const page: Page<RowOf[S]> = await coming;
      coming = page.next === null ? null : ask(page.next);
      yield page;
    }
  } finally {
    await coming?.catch(() => undefined);
  }
}

const tooMany = (stream: Stream): AppError =>
  new AppError(
    "failed",
    `Stopped after ${PAGES_MAX} pages of ${stream} before the list ended. What was read is kept; report this with the repository's size.`,
  );
