import { ExportShell, PurposeField } from '@/components/form/export-form';

/** The summary of a round, or, with its id, the list of one unit in it. */
export const ExportForm = ({ campaign, list, again }: { campaign: string; list?: string; again: boolean }) => (
  <ExportShell action="/succession/export" title="Xuất tệp" hidden={{ campaign, ...(list && { list }) }} open={again}>
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
