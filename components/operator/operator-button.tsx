"use client";

import { UserRound } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { useOperator } from "./operator-provider.tsx";

export function OperatorButton() {
  const { name, ask } = useOperator();
  return (
    <Button
      tone="quiet"
      onClick={() => void ask()}
      aria-label={name === null ? "Name yourself" : `Acting as ${name}; change the name`}
    >
      <UserRound aria-hidden className="size-4" />
      <span className="hidden max-w-32 truncate sm:inline">{name ?? "Name yourself"}</span>
    </Button>
  );
}
