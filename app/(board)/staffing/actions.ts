'use server';

import { action } from '@/access/door';
import { assignQuotas, recordStaffingChange, reverseStaffingChange } from '@/db/commands/staffing';
import { AssignQuotasInput, RecordChangeInput, ReverseChangeInput } from '@/domain/staffing/inputs';

export const assign = action(AssignQuotasInput, assignQuotas, { message: ({ count }) => `Đã lưu ${count} dòng biên chế.` });
export const record = action(RecordChangeInput, recordStaffingChange, { message: 'Đã ghi tăng, giảm.' });
export const reverse = action(ReverseChangeInput, reverseStaffingChange, { message: 'Đã hủy bút toán.' });
