"use client";

import { Button } from "../ui/button.tsx";
import { useOperator } from "./operator-provider.tsx";

export function OperatorLine() {
  const { name, ask } = useOperator();
  return (
    <p className="flex items-center gap-3 text-sm">
      {name === null ? (
        <span className="text-muted">Nobody is named yet.</span>
      ) : (
        <strong className="font-medium">{name}</strong>
      )}
      <Button onClick={() => void ask()}>{name === null ? "Give a name" : "Change"}</Button>
    </p>
  );
}
