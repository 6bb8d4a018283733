import { MessagePage } from "#/components/layout/message-page.tsx";
import { ProgramsLink } from "#/components/layout/programs-link.tsx";

export default function ItemNotFound() {
  return (
    <MessagePage title="This item is in no program’s scope" action={<ProgramsLink />}>
      Somebody may have decided that its pull request is no fix, the rules may see it otherwise by
      now, or the number has a typing mistake. Nothing is lost: open its program, then Merged, where
      every merged pull request stands with what it counts as and why.
    </MessagePage>
  );
}
