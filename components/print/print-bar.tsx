import Link from 'next/link';
import type { ReactNode } from 'react';
import { PrintButton } from './print-button';

/** Stands above the paper on the screen and is never printed. back: the page that this paper shows. */
export const PrintBar = ({ back, children }: { back: string; children?: ReactNode }) => (
  <nav
    aria-label="Bản in"
    className="sticky top-0 z-10 flex flex-wrap items-center gap-2.5 border-line border-b bg-paper px-4 py-2 font-sans print:hidden"
  >
    <Link className="btn" href={back}>
      Quay lại
    </Link>
    {children}
    <PrintButton />
    <span className="hidden text-ink-soft text-sm sm:inline">Khổ A4; tắt “Đầu trang và chân trang” của trình duyệt khi in.</span>
  </nav>
);
