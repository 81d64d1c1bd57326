import type { Paper, PaperBlock } from '@/domain/meetings/paper';

export const Blocks = ({ blocks }: { blocks: readonly PaperBlock[] }) =>
  blocks.map((block) =>
    block.kind === 'table' ? (
      <Grid key={block.head.join()} table={block} />
    ) : (
      <p key={`${block.lead}${block.text}`}>
        {block.lead && <b>{block.lead} </b>}
        {block.text}
      </p>
    ),
  );

function Grid({ table: { head, widths, centred, rows } }: { table: Extract<PaperBlock, { kind: 'table' }> }) {
  return (
    <table className="grid-lines !text-[13pt]">
      <colgroup>
        {widths.map((width, at) => (
          <col key={head[at]} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((cell, at) => (
              <td key={head[at]} className={centred.includes(at) ? 'text-center' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who wrote on the left, who chaired on the right, with room to sign. */
export const Signers = ({ signers }: { signers: Paper['signers'] }) => (
  <footer className="mt-[18pt] grid break-inside-avoid grid-cols-2 gap-x-[8mm] text-center font-bold">
    {signers.map(({ title, name }) => (
      <div key={title}>
        {title}
        <div className="h-[26mm]" />
        {name}
      </div>
    ))}
  </footer>
);
