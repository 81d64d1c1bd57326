'use server';

import { action } from '@/access/door';
import { concludeProcedure, decidePost } from '@/db/commands/procedures/conclude';
import { addCandidate, openProcedure, recordPolicyAnswer, removeCandidate, stopProcedure } from '@/db/commands/procedures/open';
import { concludeRenewal, openRenewal } from '@/db/commands/procedures/renewals';
import { recordPapers, recordStep } from '@/db/commands/procedures/steps';
import {
  AddCandidateInput,
  ConcludeProcedureInput,
  ConcludeRenewalInput,
  OpenProcedureInput,
  OpenRenewalInput,
  PersonnelDecisionInput,
  PolicyAnswerInput,
  RecordPapersInput,
  RecordStepInput,
  RemoveCandidateInput,
  StopProcedureInput,
} from '@/domain/procedures/inputs';

export const open = action(OpenProcedureInput, openProcedure, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const answer = action(PolicyAnswerInput, recordPolicyAnswer, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const add = action(AddCandidateInput, addCandidate, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const remove = action(RemoveCandidateInput, removeCandidate, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const record = action(RecordStepInput, recordStep, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const receive = action(RecordPapersInput, recordPapers, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const conclude = action(ConcludeProcedureInput, concludeProcedure, {
  to: ({ procedureId }) => `/procedures/${procedureId}`,
});
export const stop = action(StopProcedureInput, stopProcedure, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const decide = action(PersonnelDecisionInput, decidePost, { to: ({ cadreId }) => `/cadres/${cadreId}` });
export const openToRenew = action(OpenRenewalInput, openRenewal, { to: ({ procedureId }) => `/procedures/${procedureId}` });
export const renew = action(ConcludeRenewalInput, concludeRenewal, { to: ({ procedureId }) => `/procedures/${procedureId}` });
