import { formatDate, type PartialDate } from '@/domain/calendar';

const months = (from: PartialDate | null, to: PartialDate | null, open: string) =>
  `${from ? formatDate(from) : '……'} – ${to ? formatDate(to) : open}`;

export type WorkLine = { id: string; fromMonth: string; toMonth: string | null; words: string };
/** Work by months, as on form 2C and in a biography. */
export const WorkTable = ({ lines }: { lines: readonly WorkLine[] }) => (
  <table className="grid-lines">
    <thead>
      <tr>
        <th className="w-[42mm]">Từ tháng, năm đến tháng, năm</th>
        <th>Chức danh, chức vụ, đơn vị công tác (Đảng, chính quyền, đoàn thể)</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.id}>
          <td className="whitespace-nowrap">{months(line.fromMonth, line.toMonth, 'nay')}</td>
          <td>{line.words}</td>
        </tr>
      ))}
      {lines.length === 0 && (
        <tr>
          <td>&nbsp;</td>
          <td />
        </tr>
      )}
    </tbody>
  </table>
);

export type StudyLine = {
  id: string;
  name: string;
  school: string | null;
  fromMonth: string | null;
  toMonth: string | null;
  form: string | null;
  certificate: string | null;
};
/** Training by months, as on form 2C. */
export const StudyTable = ({ lines }: { lines: readonly StudyLine[] }) => (
  <table className="grid-lines">
    <thead>
      <tr>
        {['Tên trường', 'Ngành học hoặc tên lớp học', 'Thời gian học', 'Hình thức học', 'Văn bằng, chứng chỉ'].map((head) => (
          <th key={head}>{head}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.id}>
          <td>{line.school}</td>
          <td>{line.name}</td>
          <td className="whitespace-nowrap">{months(line.fromMonth, line.toMonth, '……')}</td>
          <td>{line.form}</td>
          <td>{line.certificate}</td>
        </tr>
      ))}
      {lines.length === 0 && (
        <tr>
          <td>&nbsp;</td>
          <td />
          <td />
          <td />
          <td />
        </tr>
      )}
    </tbody>
  </table>
);
