'use server';

import { action } from '@/access/door';
import { decideRows, mapColumns } from '@/db/commands/imports/columns';
import { runImport, startImport, stopImport } from '@/db/commands/imports/run';
import { takeBackImport } from '@/db/commands/imports/take-back';
import { uploadList } from '@/db/commands/imports/upload';
import { DecideRowsInput, ImportVersionInput, MapColumnsInput, TakeBackInput, UploadInput } from '@/domain/members/import/inputs';
import { receiveList } from './receive-list';

export const upload = action(UploadInput, uploadList, {
  receive: receiveList,
  aside: true,
  to: ({ importId }) => `/members/import/${importId}`,
});
export const chooseColumns = action(MapColumnsInput, mapColumns, {
  aside: true,
  to: ({ importId }) => `/members/import/${importId}`,
});
export const decide = action(DecideRowsInput, decideRows, { message: ({ decided }) => `Đã lưu cách xử lý ${decided} dòng.` });
export const start = action(ImportVersionInput, startImport, {
  to: ({ importId }) => `/members/import/${importId}`,
  background: (viewer, { importId }, aside) => runImport(viewer, importId, aside),
});
export const stop = action(ImportVersionInput, stopImport, { to: ({ importId }) => `/members/import/${importId}` });
export const takeBack = action(TakeBackInput, takeBackImport, {
  aside: true,
  message: ({ removed, restored }) => `Đã thu hồi: ${removed} người được đưa ra khỏi sổ, ${restored} người trở lại thông tin cũ.`,
});
