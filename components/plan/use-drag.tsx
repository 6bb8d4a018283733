"use client";

import { GripVertical } from "lucide-react";
import { type DragEvent, type ReactNode, useState } from "react";

export type DragOf = {
  readonly row: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
  readonly handle: ReactNode;
  readonly look: string;
};

type Dragging = { readonly from: number; readonly over: number };

// The line that shows where it would land.
const ABOVE = "before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-link";
const BELOW = "after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-link";

/** Moves entries with the mouse; a keyboard has buttons and keys of its own for that. */
export function useDrag(onMove: (from: number, to: number) => void): (at: number) => DragOf {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const lookOf = (at: number): string => {
    if (dragging === null || dragging.over !== at) return dragging?.from === at ? "opacity-55" : "";
    if (dragging.from === at) return "opacity-55";
    return dragging.from > at ? ABOVE : BELOW;
  };
  return (at) => ({
    row: {
      onDragOver: (event) => {
        // Only what was picked up here is put down here.
        if (dragging === null) return;
        event.preventDefault();
        if (dragging.over !== at) setDragging({ ...dragging, over: at });
      },
      onDrop: (event) => {
        if (dragging === null) return;
        event.preventDefault();
        setDragging(null);
        if (dragging.from !== at) onMove(dragging.from, at);
      },
    },
    handle: (
      <span
        aria-hidden
        draggable
        title="Drag to another place"
        className="no-print hidden size-6 cursor-grab items-center justify-center rounded text-muted hover:bg-hover lg:inline-flex"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", "");
          const row = event.currentTarget.closest("li");
          if (row) event.dataTransfer.setDragImage(row, 0, 0);
          setDragging({ from: at, over: at });
        }}
        onDragEnd={() => setDragging(null)}
      >
        <GripVertical className="size-4" />
      </span>
    ),
    look: lookOf(at),
  });
}
