import './print.css';
import type { ReactNode } from 'react';

/** A sheet of A4 by the Party's document format (HD 36-HD/VPTW); appendix: landscape, on pages of its own. */
export const PrintPage = ({ children, appendix }: { children: ReactNode; appendix?: boolean }) => (
  <section className={appendix ? 'sheet appendix' : 'sheet'}>{children}</section>
);

type HeaderProps = {
  /** The superior body, then the one that issues; shown in capitals. */
  superior?: string;
  issuer: string;
  /** 'Số 12-BC/BTCTU', open for the hand where one is given later; no line at all without. */
  number: string | null;
  /** 'Bình Sơn, ngày 22 tháng 11 năm 2026' */
  placeAndDate: string;
};

/** Left: who issues, star, number. Right: the Party's name underlined, place and date. */
export function PartyHeader({ superior, issuer, number, placeAndDate }: HeaderProps) {
  return (
    <header className="mb-[14pt] grid grid-cols-1 gap-x-[8mm] gap-y-2 text-center leading-[1.3] sm:grid-cols-[1fr_1.12fr] print:grid-cols-[1fr_1.12fr]">
      <div>
        {superior && <div className="uppercase">{superior}</div>}
        <div className="font-bold uppercase">{issuer}</div>
        <div>*</div>
        {number && <div>{number}</div>}
      </div>
      <div>
        <div className="inline-block border-black border-b font-bold text-[15pt]">ĐẢNG CỘNG SẢN VIỆT NAM</div>
        <div className="mt-[4pt] italic">{placeAndDate}</div>
      </div>
    </header>
  );
}

/** BÁO CÁO / what about / a short line. */
export const PrintTitle = ({ kind, about }: { kind: string; about: ReactNode }) => (
  <div className="mb-[10pt] text-center">
    <h1 className="font-bold text-[16pt] uppercase">{kind}</h1>
    <div className="font-bold">{about}</div>
    <div>-----</div>
  </div>
);

/** Who took the paper and when, under its title; the words of `draftMark`. */
export const PrintMark = ({ children }: { children: string }) => <div className="mb-[6pt] text-center italic">{children}</div>;

/** Recipients on the left, authority, title and room for the name on the right. */
export function Signatures({
  recipients,
  authority,
  title,
}: {
  recipients: readonly string[];
  authority?: string;
  title: string;
}) {
  return (
    <footer className="mt-[16pt] grid break-before-avoid break-inside-avoid grid-cols-2 gap-x-[8mm]">
      <div>
        <div className="underline">Nơi nhận</div>
        {recipients.map((recipient) => (
          <div key={recipient} className="text-[12pt]">
            - {recipient}
          </div>
        ))}
      </div>
      <div className="text-center font-bold">
        {authority && <div className="uppercase">{authority}</div>}
        <div className="uppercase">{title}</div>
        <div className="h-[26mm]" />
      </div>
    </footer>
  );
}
