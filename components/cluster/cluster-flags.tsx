import type { ClusterView } from "#/lib/contract/clusters.ts";

function Flag({ children, title }: { children: string; title: string }) {
  return (
    <li title={title} className="rounded border border-line px-1.5 py-px text-[0.6875rem] text-ink">
      {children}
    </li>
  );
}

/** What a cluster needs said before anybody starts on it. */
export function ClusterFlags({ cluster }: { cluster: ClusterView }) {
  if (!cluster.architecture && !cluster.recurring && !cluster.pinned) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-1">
      {cluster.architecture ? (
        <Flag title="A gate for it changes the architecture">needs CTO sign-off</Flag>
      ) : null}
      {cluster.recurring ? (
        <Flag title="The policy says so of these fixes, or they repaired the same files again and again">
          fixed repeatedly with no regression test
        </Flag>
      ) : null}
      {cluster.pinned ? (
        <Flag title="A person keeps it in view, also when it is small or has no gap left">
          pinned
        </Flag>
      ) : null}
    </ul>
  );
}
