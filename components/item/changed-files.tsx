import type { ItemView } from "#/lib/contract/item.ts";
import { count } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";

type File = NonNullable<ItemView["files"]>[number];

function Lines({ file }: { file: File }) {
  if (file.additions === null && file.deletions === null) {
    return (
      <span className="text-muted" title="The source does not tell how many lines">
        —
      </span>
    );
  }
  return (
    <>
      +{file.additions ?? "?"} −{file.deletions ?? "?"}
    </>
  );
}

function FileTable({ files }: { files: readonly File[] }) {
  return (
    <table className="data-table">
      <caption className="sr-only">Changed files</caption>
      <thead>
        <tr>
          <th scope="col">Path</th>
          <th scope="col">Change</th>
          <th scope="col" className="num">
            Lines
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={`${file.previousPath ?? ""}:${file.path}`}>
            <td className="w-full break-all font-mono text-xs">
              {file.previousPath === null ? null : (
                <span className="text-muted">{file.previousPath} → </span>
              )}
              {file.path}
            </td>
            <td>{file.status}</td>
            <td className="num whitespace-nowrap">
              <Lines file={file} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the fix touched, or why that is not known; nothing for an item that is no change. */
export function ChangedFiles({ view }: { view: ItemView }) {
  if (view.row.kind !== "fix") return null;
  const note = view.files === null ? undefined : count(view.files.length, "file");
  return (
    <Section id="files" title="Changed files" {...(note === undefined ? {} : { note })}>
      {view.files === null ? (
        <p className="border-line border-y py-3 text-sm">
          Not known: {view.filesWhy ?? "no reason was recorded."}
        </p>
      ) : (
        <FileTable files={view.files} />
      )}
    </Section>
  );
}
