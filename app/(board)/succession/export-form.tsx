import { ExportShell, PurposeField } from '@/components/form/export-form';

/** kind: the list of one unit, or the summary of a round. */
export const ExportForm = ({ kind, id, again }: { kind: 'list' | 'summary'; id: string; again: boolean }) => (
  <ExportShell action="/succession/export" title="Xuất tệp" hidden={{ kind, id }} open={again}>
    <PurposeField what="Tài liệu lưu hành nội bộ" again={again} />
    <p className="flex flex-wrap gap-2">
      <button type="submit" name="format" value="docx" className="btn">
        Tải Word
      </button>
      <button type="submit" name="format" value="xlsx" className="btn">
        Tải Excel
      </button>
    </p>
  </ExportShell>
);
