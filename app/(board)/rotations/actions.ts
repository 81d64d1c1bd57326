'use server';

import { action } from '@/access/door';
import { proposeRotation, recordStep, startRotation, withdrawRotation } from '@/db/commands/rotations/moves';
import { recordPast as recordPastRotation, takeBackRecord as takeBackPast } from '@/db/commands/rotations/past';
import { addPlanLine, approvePlan, draftPlan, dropPlanLine } from '@/db/commands/rotations/plans';
import { saveReport } from '@/db/commands/rotations/reports';
import { endRotation, extendStay, rateStay } from '@/db/commands/rotations/stays';
import { takeBackDecision } from '@/db/commands/rotations/taking-back';
import {
  AddPlanLineInput,
  ApprovePlanInput,
  DraftPlanInput,
  DropPlanLineInput,
  EndRotationInput,
  ExtendStayInput,
  ProposeRotationInput,
  RateStayInput,
  RecordStepInput,
  SaveReportInput,
  StartRotationInput,
  TakeBackInput,
  WithdrawRotationInput,
} from '@/domain/rotations/inputs';
import { RecordPastInput, TakeBackRecordInput } from '@/domain/rotations/past';

export const draft = action(DraftPlanInput, draftPlan, { to: ({ planId }) => `/rotations/plans/${planId}` });
export const addLine = action(AddPlanLineInput, addPlanLine, { message: 'Đã thêm vị trí vào kế hoạch.' });
export const dropLine = action(DropPlanLineInput, dropPlanLine, { message: 'Đã bỏ vị trí khỏi kế hoạch.' });
export const approve = action(ApprovePlanInput, approvePlan, { message: 'Đã ghi quyết định phê duyệt kế hoạch.' });
export const propose = action(ProposeRotationInput, proposeRotation, { to: ({ rotationId }) => `/rotations/${rotationId}` });
export const step = action(RecordStepInput, recordStep, { message: 'Đã ghi bước.' });
export const withdraw = action(WithdrawRotationInput, withdrawRotation, { message: 'Đã rút đề xuất.' });
export const start = action(StartRotationInput, startRotation, { message: 'Đã ghi quyết định; chức vụ mới đã vào sổ.' });
export const rate = action(RateStayInput, rateStay, { message: 'Đã ghi đánh giá năm.' });
export const extend = action(ExtendStayInput, extendStay, { message: 'Đã ghi gia hạn.' });
export const end = action(EndRotationInput, endRotation, { message: 'Đã kết thúc lượt luân chuyển; chức vụ đã cập nhật.' });
export const takeBack = action(TakeBackInput, takeBackDecision, { message: 'Đã hủy bút toán; chức vụ đã trở lại như trước.' });
export const recordPast = action(RecordPastInput, recordPastRotation, { to: ({ rotationId }) => `/rotations/${rotationId}` });
export const takeBackRecord = action(TakeBackRecordInput, takeBackPast, {
  message: 'Đã hủy lượt ghi nhầm; sổ và các số đã trừ lượt này.',
});
export const report = action(SaveReportInput, saveReport, { to: ({ reportId }) => `/rotations/reported?saved=${reportId}` });
