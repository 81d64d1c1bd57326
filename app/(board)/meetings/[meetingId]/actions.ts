'use server';

import { action } from '@/access/door';
import { acceptMinutes, returnMinutes } from '@/db/commands/meetings';
import { AcceptMinutes, ReturnMinutes } from '@/domain/meetings/inputs';

export const accept = action(AcceptMinutes, acceptMinutes, { message: 'Đã duyệt biên bản.' });
export const returnToCell = action(ReturnMinutes, returnMinutes, { message: 'Đã trả lại biên bản cho chi bộ.' });
