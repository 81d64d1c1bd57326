'use server';

import { action } from '@/access/door';
import { freezeBriefing, reopenBriefing } from '@/db/commands/briefings';
import { FreezeInput, ReopenInput } from '@/domain/briefings/freeze';

export const freeze = action(FreezeInput, freezeBriefing, { message: 'Đã chốt số liệu quý.' });
export const reopen = action(ReopenInput, reopenBriefing, { message: 'Đã mở lại số liệu quý.' });
