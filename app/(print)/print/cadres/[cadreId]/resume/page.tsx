import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PrintPage } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { StudyTable, WorkTable } from '@/components/print/work-tables';
import { openCadrePaper } from '@/db/commands/cadre-reads';
import { chooseUnit } from '@/db/queries/units';
import { type ResumeItem, resumeItems } from '@/domain/cadres/resume';
import { longDate } from '@/domain/meetings/paper';

export const metadata: Metadata = { title: 'Sơ yếu lý lịch' };

/** Form 2C on A4: what the file keeps is filled in, the rest stands open for the hand. Its printing is in the read log. */
export default async function PrintedResume({ params }: PageProps<'/print/cadres/[cadreId]/resume'>) {
  const viewer = await enter('cadre.read');
  const paper = await openCadrePaper(viewer, (await params).cadreId, 'resume');
  if (!paper) notFound();
  const { file, sensitive } = paper;
  const unit = await chooseUnit(viewer, 'cadre.read', file.managingUnitId);
  return (
    <main lang="vi">
      <PrintBar back={`/cadres/${file.id}`} />
      <PrintPage>
        <header className="mb-[10pt] grid grid-cols-[34mm_1fr] gap-x-[8mm]">
          <div className="grid h-[45mm] w-[30mm] place-items-center border border-black text-center text-[11pt]">
            Ảnh màu
            <br />4 × 6 cm
          </div>
          <div>
            <div className="text-right text-[12pt]">Mẫu 2C/TCTW-98</div>
            <div>Cơ quan quản lý cán bộ: {(unit?.name ?? file.managingUnitName).replace(/\s*\(.*\)$/, '')}</div>
            <div>Chi bộ: {file.cellName ?? '……………………'}</div>
            <div>Số hiệu cán bộ: {file.fileNumber ?? '……………………'}</div>
            <h1 className="mt-[10pt] text-center font-bold text-[18pt]">SƠ YẾU LÝ LỊCH</h1>
          </div>
        </header>
        {resumeItems(file, sensitive, viewer.today).map((item) => (
          <Item key={item.number} item={item} />
        ))}
        <h2>26) Đào tạo, bồi dưỡng về chuyên môn, nghiệp vụ, lý luận chính trị, ngoại ngữ</h2>
        <StudyTable lines={file.trainings} />
        <h2>27) Tóm tắt quá trình công tác</h2>
        <WorkTable lines={file.history} />
        <p className="flush break-before-avoid text-[12pt] italic">
          Các mục 10, 28, 29, 30, 31 của mẫu không lưu trên hệ thống; cán bộ tự khai vào bản giấy.
        </p>
        <Certified today={viewer.today} />
      </PrintPage>
    </main>
  );
}

const OPEN = '……………………';

const Item = ({ item: { number, parts } }: { item: ResumeItem }) => (
  <p className="flush">
    {number}){' '}
    {parts.map(([label, value], at) => (
      <span key={label}>
        {at > 0 && '; '}
        {label}: {value ? <b>{value}</b> : OPEN}
      </span>
    ))}
  </p>
);

const Certified = ({ today }: { today: string }) => (
  <footer className="mt-[14pt] grid break-before-avoid break-inside-avoid grid-cols-[4fr_5fr] gap-x-[6mm] text-center">
    <div>
      <div className="font-bold uppercase">Người khai</div>
      <div className="italic">Tôi xin cam đoan những lời khai trên là đúng sự thật</div>
      <div className="italic">(Ký, ghi rõ họ tên)</div>
      <div className="h-[26mm]" />
    </div>
    <div>
      <div className="italic">……………, {longDate(today, today)}</div>
      <div className="font-bold uppercase">Xác nhận của cơ quan quản lý</div>
      <div className="italic">(Ký, đóng dấu)</div>
      <div className="h-[26mm]" />
    </div>
  </footer>
);
