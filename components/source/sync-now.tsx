"use client";

import { useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { queryKeys } from "../api/query-keys.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";

export function SyncNow({ id, name, busy }: { id: number; name: string; busy: boolean }) {
  const client = useQueryClient();
  const sync = useWrite(`${name}: sync asked for`, () => {
    void client.invalidateQueries({ queryKey: queryKeys.sources() });
  });
  return (
    <div className="no-print flex flex-col items-end gap-1">
      <Button
        disabled={busy || sync.isPending}
        onClick={() => sync.mutate({ path: `/sources/${id}/sync`, method: "POST" })}
      >
        <RefreshCw aria-hidden className={`size-3.5 ${busy ? "animate-spin" : ""}`} />
        {busy ? "Syncing" : "Sync now"}
        <span className="sr-only">: {name}</span>
      </Button>
      <FormError error={sync.error} />
    </div>
  );
}
