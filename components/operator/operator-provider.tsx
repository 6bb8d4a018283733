"use client";

import { useRouter } from "next/navigation";
import { createContext, lazy, type ReactNode, Suspense, useContext, useRef, useState } from "react";
import { ApiError } from "../api/api-error.ts";

// Most visits never open it, and it brings a library along.
const OperatorDialog = lazy(() =>
  import("./operator-dialog.tsx").then((module) => ({ default: module.OperatorDialog })),
);

type OperatorRoom = {
  readonly name: string | null;
  /** Opens the dialog; answers whether a name was given. */
  readonly ask: () => Promise<boolean>;
  /** Whether there is a name, after asking for one where there was none. */
  readonly ready: () => Promise<boolean>;
  /** Makes a write in somebody's name, asking for one where there is none. */
  readonly write: <Answer>(call: () => Promise<Answer>) => Promise<Answer>;
};

const Room = createContext<OperatorRoom | null>(null);

const needsOperator = (error: unknown) =>
  error instanceof ApiError && (error.status === 401 || error.code === "forbidden");

function useAsking(initialName: string | null) {
  const router = useRouter();
  const [given, setGiven] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const answer = useRef<(named: boolean) => void>(() => undefined);
  const name = given ?? initialName;

  const ask = () =>
    new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setOpen(true);
    });
  const close = (newName: string | null) => {
    setOpen(false);
    if (newName !== null) {
      setGiven(newName);
      router.refresh();
    }
    answer.current(newName !== null);
  };
  const ready = async () => name !== null || ask();
  const askOrThrow = async () => {
    if (await ask()) return;
    throw new ApiError(0, "cancelled", "Nothing was changed: the write needs a name.");
  };
  const write = async <Answer,>(call: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await call();
    } catch (error) {
      if (name !== null || !needsOperator(error)) throw error;
      await askOrThrow();
      return call();
    }
  };

  return { room: { name, ask, ready, write }, open, close };
}

export function OperatorProvider({
  initialName,
  children,
}: {
  initialName: string | null;
  children: ReactNode;
}) {
  const { room, open, close } = useAsking(initialName);
  return (
    <Room.Provider value={room}>
      {children}
      {open ? (
        <Suspense>
          <OperatorDialog name={room.name} onDone={close} />
        </Suspense>
      ) : null}
    </Room.Provider>
  );
}

export function useOperator(): OperatorRoom {
  const room = useContext(Room);
  if (room === null) throw new Error("useOperator needs an OperatorProvider above it.");
  return room;
}
