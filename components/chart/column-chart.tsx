'use client';

import Image from 'next/image';

type Props = {
  title: string;
  /** Where the picture is drawn. */
  src: string;
  width?: number;
  height?: number;
  /** What a value counts, behind each in the table. */
  unit: string;
  columns: readonly (readonly [label: string, text: string])[];
};

/** Columns as a picture of its own address, and the same numbers as a table for those who do not see it. */
export function ColumnChart({ title, src, width = 460, height = 220, unit, columns }: Props) {
  const said = columns.map(([label, text]) => `${label} ${text}`).join(', ');
  return (
    <figure className="m-0 p-4">
      <Image
        src={src}
        width={width}
        height={height}
        loading="eager"
        alt={`${title}: ${said}`}
        // Of a wide picture a phone shows no readable word; the table below says the same.
        className={`h-auto w-full ${width > 600 ? 'max-sm:hidden' : ''}`}
      />
      <figcaption>
        <details className="text-sm">
          <summary className="py-3 text-ink-soft">Xem số liệu của biểu đồ</summary>
          <table className="chart-values">
            <caption className="sr-only">{title}</caption>
            <tbody>
              {columns.map(([label, text]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{`${text} ${unit}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
