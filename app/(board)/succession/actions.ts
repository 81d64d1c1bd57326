'use server';

import { action } from '@/access/door';
import { closeCampaign, openCampaign, setListDue } from '@/db/commands/succession/campaigns';
import { leavePlanning, proposeEntry, withdrawEntry } from '@/db/commands/succession/entries';
import { approveList, recordVotes, returnList, submitList } from '@/db/commands/succession/lists';
import {
  ApproveListInput,
  CloseCampaignInput,
  LeavePlanningInput,
  OpenCampaignInput,
  ProposeEntryInput,
  RecordVotesInput,
  ReturnListInput,
  SetDueInput,
  SubmitListInput,
  WithdrawEntryInput,
} from '@/domain/succession/inputs';

const listAt = ({ campaignId, listId }: { campaignId: string; listId: string }) => `/succession/${campaignId}/${listId}`;
const campaignAt = ({ campaignId }: { campaignId: string }) => `/succession/${campaignId}`;

export const open = action(OpenCampaignInput, openCampaign, { to: campaignAt });
export const close = action(CloseCampaignInput, closeCampaign, { to: campaignAt });
export const setDue = action(SetDueInput, setListDue, { to: campaignAt });
export const propose = action(ProposeEntryInput, proposeEntry, { to: listAt });
export const withdraw = action(WithdrawEntryInput, withdrawEntry, { to: listAt });
export const vote = action(RecordVotesInput, recordVotes, { to: listAt });
export const submit = action(SubmitListInput, submitList, { to: listAt });
export const sendBack = action(ReturnListInput, returnList, { to: listAt });
export const approve = action(ApproveListInput, approveList, { to: listAt });
export const takeOut = action(LeavePlanningInput, leavePlanning, { to: listAt });
