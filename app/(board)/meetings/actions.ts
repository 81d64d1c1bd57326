'use server';

import { action } from '@/access/door';
import { startMeeting } from '@/db/commands/meetings';
import { StartMeeting } from '@/domain/meetings/inputs';

export const start = action(StartMeeting, startMeeting, { to: ({ meetingId }) => `/meetings/${meetingId}/minutes` });
