"use client";

import { askArchitecture, askPin, askRename } from "./cluster-asks.tsx";
import { ShapeButton } from "./shape-button.tsx";

/** What a person can say of one cluster. */
export function ClusterActions({
  slug,
  cluster,
}: {
  slug: string;
  cluster: {
    readonly key: string;
    readonly name: string;
    readonly pinned: boolean;
    readonly architecture: boolean;
  };
}) {
  const { name, pinned, architecture } = cluster;
  const of = { slug, subject: name };
  return (
    <div className="no-print flex flex-wrap gap-1.5">
      <ShapeButton {...of} label="Rename" ask={askRename(cluster)} />
      <ShapeButton {...of} label={pinned ? "Unpin" : "Pin"} ask={askPin(cluster)} />
      <ShapeButton
        {...of}
        label={architecture ? "No sign-off" : "Needs CTO sign-off"}
        ask={askArchitecture(cluster)}
      />
    </div>
  );
}
