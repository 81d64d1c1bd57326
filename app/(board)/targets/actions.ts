'use server';

import { action } from '@/access/door';
import { setTargets } from '@/db/commands/targets';
import { SetTargets } from '@/domain/targets/inputs';

export const save = action(SetTargets, setTargets, { message: ({ count }) => `Đã lưu ${count} chỉ tiêu.` });
