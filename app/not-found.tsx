import { MessagePage } from "#/components/layout/message-page.tsx";

export default function NotFound() {
  return (
    <MessagePage title="There is nothing at this address">
      The program, gap or cluster may have been renamed or removed, or the address has a typing
      mistake. Nothing is lost: start from the overview.
    </MessagePage>
  );
}
