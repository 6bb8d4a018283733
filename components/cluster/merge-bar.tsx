"use client";

import { useChoice } from "./choice.tsx";
import { ChoiceBar } from "./choice-bar.tsx";
import { askMerge, type Mergeable } from "./merge-ask.tsx";
import { ShapeButton } from "./shape-button.tsx";

const TOGETHER_MIN = 2;

/** The way to merge the chosen clusters. */
export function MergeBar({ slug, clusters }: { slug: string; clusters: readonly Mergeable[] }) {
  const { chosen, choose } = useChoice();
  const merging = clusters.filter(({ key }) => chosen.includes(key));
  const enough = merging.length >= TOGETHER_MIN;
  return (
    <ChoiceBar
      label="What to do with the chosen clusters"
      said={
        enough || merging.length === 1
          ? `${merging.length} chosen${enough ? "" : ", one more to merge"}`
          : "Choose two clusters or more to merge them."
      }
    >
      <ShapeButton
        slug={slug}
        label="Merge"
        shortcut="m"
        ask={enough ? askMerge(merging) : null}
        onDone={() => choose(chosen, false)}
      />
    </ChoiceBar>
  );
}
