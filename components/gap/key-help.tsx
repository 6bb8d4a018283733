function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-line bg-sunken px-1 font-mono text-[0.6875rem]">
      {children}
    </kbd>
  );
}

export function KeyHelp({ on, onChoose }: { on: boolean; onChoose: (on: boolean) => void }) {
  return (
    <p className="no-print hidden flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs lg:flex">
      <span>
        <Key>j</Key> <Key>k</Key> move
      </span>
      <span>
        <Key>Enter</Key> open
      </span>
      <span>
        <Key>i</Key> claim or release
      </span>
      <span>
        <Key>/</Key> search
      </span>
      <label className="flex min-h-6 items-center gap-1.5">
        <input type="checkbox" checked={on} onChange={(event) => onChoose(event.target.checked)} />
        Letter keys on
      </label>
    </p>
  );
}
