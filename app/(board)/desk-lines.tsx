'use client';

import Link from 'next/link';
import { daysWords } from '@/domain/desk-words';

/** A line as it travels: key, address, what to do, by which rule, days left (null where there is no deadline). */
type Line = readonly [key: string, href: string, text: string, rule: string, days: number | null];

/** Lines of work, each a link that ends the matter. */
export const DeskLines = ({ lines }: { lines: readonly Line[] }) => (
  <ul className="desk-lines">
    {lines.map(([key, href, text, rule, days]) => (
      <li key={key}>
        <Link href={href} prefetch={false}>
          <span>
            {text}
            <small>{rule}</small>
          </span>
          {days !== null && <b className={days < 0 ? 'tag late' : 'tag due'}>{daysWords(days)}</b>}
        </Link>
      </li>
    ))}
  </ul>
);
