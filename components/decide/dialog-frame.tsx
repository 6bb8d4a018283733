"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

/** A dialog that is open while it stands on the page; a click beside it does not throw away what was typed. */
export function DialogFrame({
  title,
  about,
  onClose,
  children,
}: {
  title: string;
  /** What it is about, and what will happen. */
  about: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog.Root open disablePointerDismissal onOpenChange={(next) => (next ? null : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 max-h-[80vh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 overflow-y-auto rounded-xl border border-line bg-raised p-5 text-ink shadow-xl">
          <Dialog.Title className="wrap-anywhere font-semibold text-base">{title}</Dialog.Title>
          <Dialog.Description
            className="wrap-anywhere mt-1 mb-4 text-muted text-sm"
            render={<div />}
          >
            {about}
          </Dialog.Description>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
