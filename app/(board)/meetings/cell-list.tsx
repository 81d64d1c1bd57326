'use client';

import type { ReactNode } from 'react';

/** A meeting as it travels: id, kind, facts, late, state, its tag, whether the viewer goes on writing it. */
export type MeetingTuple = [id: string, kind: string, facts: string, late: boolean, state: string, tag: string, goOn: boolean];
/** A cell's month: id, name, whether a regular meeting is in it, its usual day, the meetings, and the form to begin one. */
export type CellTuple = [
  id: string,
  name: string,
  regular: boolean,
  day: number | null,
  meetings: MeetingTuple[],
  start: ReactNode,
];

/** The cells of a unit with their meetings of one month. */
export function CellList({ label, cells }: { label: string; cells: CellTuple[] }) {
  return (
    <ul aria-label={label} className="cells">
      {cells.map(([id, name, regular, day, meetings, start]) => (
        <li key={id}>
          <div>
            <b>{name}</b>
            {!regular && (
              <span>
                <span className="tag">Chưa có biên bản thường kỳ</span>
                {day && <small>thường họp ngày {day}</small>}
              </span>
            )}
          </div>
          {meetings.map((meeting) => (
            <Meeting key={meeting[0]} meeting={meeting} />
          ))}
          {start}
        </li>
      ))}
    </ul>
  );
}

function Meeting({ meeting: [id, kind, facts, late, state, tag, goOn] }: { meeting: MeetingTuple }) {
  return (
    <div>
      <span>
        <a href={`/meetings/${id}`}>{kind}</a>
        <small>{facts}</small>
      </span>
      <span>
        {late && <span className="tag late">Nộp muộn</span>}
        <span className={`tag ${tag}`}>{state}</span>
        {goOn && (
          <a className="btn primary" href={`/meetings/${id}/minutes`}>
            Ghi tiếp
          </a>
        )}
      </span>
    </div>
  );
}
