'use server';

import { action } from '@/access/door';
import { recordResults } from '@/db/commands/training-results';
import { editClass, enrol, openClass, removeTurn } from '@/db/commands/trainings';
import { EditClassInput, EnrolInput, OpenClassInput, RemoveTurnInput, ResultsInput } from '@/domain/trainings/inputs';

const toClass = ({ classId }: { classId: string }) => `/trainings/${classId}`;

export const open = action(OpenClassInput, openClass, { to: toClass });
export const edit = action(EditClassInput, editClass, { to: toClass });
export const send = action(EnrolInput, enrol, { message: ({ count }) => `Đã cử ${count} người đi học.` });
export const takeOut = action(RemoveTurnInput, removeTurn, { message: 'Đã đưa ra khỏi lớp.' });
export const saveResults = action(ResultsInput, recordResults, { message: ({ count }) => `Đã lưu ${count} kết quả.` });
