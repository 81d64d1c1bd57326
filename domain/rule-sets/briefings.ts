import { z } from 'zod';
import { HD36, PROVINCE, unsure } from './bases';
import { days, shaped, whole } from './kinds';

const dayMonth = z.string().regex(/^(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])$/, 'Viết ngày và tháng dạng dd-mm, ví dụ 15-11.');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Viết năm và tháng dạng yyyy-mm, ví dụ 2025-07.');

export const BRIEFING_RULES = {
  'report.quarter': days('Gửi báo cáo quý: ngày của tháng cuối quý', 15, unsure(PROVINCE)),
  'report.half': shaped('Gửi báo cáo 6 tháng', dayMonth, (value) => `ngày ${value}`, '10-06', unsure(PROVINCE)),
  'report.year': shaped('Gửi báo cáo năm', dayMonth, (value) => `ngày ${value}`, '15-11', unsure(PROVINCE)),
  'briefing.cutoff': days('Lấy số liệu giao ban: ngày của tháng cuối quý (sau đó ghi “ước”)', 15, unsure(PROVINCE)),
  'print.margins': shaped(
    'Lề trang in: trên, dưới, trái, phải',
    z.object({ top: whole(60), bottom: whole(60), left: whole(60), right: whole(60) }),
    (value) => `${value.top}–${value.bottom}–${value.left}–${value.right} mm`,
    { top: 20, bottom: 20, left: 30, right: 15 },
    HD36,
  ),
  'district.ended': shaped(
    'Tháng đầu tiên không còn cấp huyện',
    month,
    (value) => `tháng ${value.slice(5)}/${value.slice(0, 4)}`,
    '2025-07',
    {
      citation: 'Kết luận 160-KL/TW ngày 31/5/2025 về mô hình chính quyền địa phương hai cấp',
      validFrom: '2025-07-01',
      unsure: true,
    },
  ),
};
