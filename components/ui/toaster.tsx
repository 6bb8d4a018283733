"use client";

import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { Button } from "./button.tsx";

type Message = { readonly title: string; readonly description?: string };
type Toast = Message & { readonly id: number };

const SHOWN_MS = 10_000;
const Say = createContext<(message: Message) => void>(() => undefined);

function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  return (
    <div className="pointer-events-auto flex items-start gap-3 rounded-lg border border-line bg-raised p-3 text-ink shadow-lg">
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-semibold">{toast.title}</p>
        {toast.description === undefined ? null : <p className="text-muted">{toast.description}</p>}
      </div>
      <Button tone="quiet" size="small" onClick={onClose}>
        Dismiss
      </Button>
    </div>
  );
}

/**
 * Short messages about what a person just did. The live region is on the page before the first
 * message, because a region that arrives together with its text is not read aloud.
 */
export function Toaster({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const close = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));
  const say = (message: Message) => {
    next.current += 1;
    const id = next.current;
    setToasts((all) => [...all, { ...message, id }]);
    setTimeout(() => close(id), SHOWN_MS);
  };
  return (
    <Say.Provider value={say}>
      {children}
      <div
        role="status"
        className="no-print pointer-events-none fixed right-4 bottom-4 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </Say.Provider>
  );
}

export function useToast(): (message: Message) => void {
  return useContext(Say);
}
