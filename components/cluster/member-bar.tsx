"use client";

import { useChoice } from "./choice.tsx";
import { ChoiceBar } from "./choice-bar.tsx";
import { askMove, askSplit } from "./member-asks.tsx";
import { sayChosenMembers } from "./say-chosen-members.ts";
import { ShapeButton } from "./shape-button.tsx";

type Named = { readonly key: string; readonly name: string };

/** What can be done with the chosen members of a cluster. */
export function MemberBar({
  slug,
  cluster,
  others,
}: {
  slug: string;
  cluster: Named;
  others: readonly Named[];
}) {
  const { chosen, all, choose } = useChoice();
  const items = chosen.map(Number);
  const some = items.length > 0;
  const done = () => choose(chosen, false);
  return (
    <ChoiceBar
      label="What to do with the chosen members"
      said={sayChosenMembers(items.length, all.length)}
    >
      <ShapeButton
        slug={slug}
        label="Move to"
        ask={some ? askMove(items, others) : null}
        onDone={done}
      />
      <ShapeButton
        slug={slug}
        label="Split off"
        shortcut="s"
        ask={some && items.length < all.length ? askSplit(items, cluster) : null}
        onDone={done}
      />
    </ChoiceBar>
  );
}
