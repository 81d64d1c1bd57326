'use server';

import { action } from '@/access/door';
import { saveDraft, submitMinutes } from '@/db/commands/meetings';
import { SaveDraft, SubmitMinutes } from '@/domain/meetings/inputs';

export const save = action(SaveDraft, saveDraft, { quiet: true });
export const submit = action(SubmitMinutes, submitMinutes);
