import { formatDate } from '@/domain/calendar';

/** Personnel papers that nobody has decided on say so, with who printed them and when. */
export const InternalDraft = ({ who, today, done }: { who: string; today: string; done: boolean }) =>
  done ? null : (
    <div className="flush mb-[6pt] text-right text-[12pt] italic">
      Dự thảo, lưu hành nội bộ. In ngày {formatDate(today)}, người in: {who}.
    </div>
  );
