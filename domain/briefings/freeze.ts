import { z } from 'zod';
import { Version } from '@/domain/version';
import { parsePeriod } from '../calendar';

const unitId = z.uuid('Không rõ đơn vị nào. Hãy mở lại trang giao ban.');
const period = z.string().refine((text) => parsePeriod(text) !== null, 'Không rõ quý nào. Hãy mở lại trang giao ban.');

/** version 0: nobody has frozen this quarter of this unit yet. */
export const FreezeInput = z.object({ unitId, period, version: Version });
export const ReopenInput = z.object({
  unitId,
  period,
  version: Version,
  reason: z
    .string()
    .trim()
    .min(5, 'Hãy ghi lý do mở lại, ít nhất 5 ký tự.')
    .max(500, 'Lý do dài quá 500 ký tự. Hãy viết gọn lại.'),
});
