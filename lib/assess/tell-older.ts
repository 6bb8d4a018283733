import { surveyPushed, surveyWords } from "#/lib/coverage/background.ts";
import type { TellOlder } from "#/lib/coverage/lineage/add-older.ts";
import type { ChangeFacts } from "#/lib/coverage/lineage/change-facts.ts";
import { loadOlderMerged, loadOlderPushed } from "#/lib/store/load-older.ts";

type Place = {
  readonly repository: { readonly id: number; readonly defaultBranch: string };
  /** Where the window begins. */
  readonly before: Date;
};

/** Tells the changes of a repository from before a window by what is held of them; commits that were pushed so early may not be held, and are left out. */
export const tellOlder =
  ({ repository, before }: Place): TellOlder =>
  async (wanted) => {
    const request = { repositoryId: repository.id, before, wanted };
    const older: ChangeFacts[] = [];
    for await (const batch of loadOlderMerged(request))
      for (const each of batch) older.push(surveyWords(each));
    for await (const batch of loadOlderPushed(request))
      for (const each of batch) older.push(surveyPushed(each, repository.defaultBranch));
    return older;
  };
