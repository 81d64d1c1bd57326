'use server';

import { action } from '@/access/door';
import { recordMemberEvent, reverseMemberEvent } from '@/db/commands/member-events';
import { addMember, editMember, editSensitive } from '@/db/commands/members';
import { RecordEventInput, ReverseEventInput } from '@/domain/members/event';
import { AddMemberInput, EditMemberInput, EditSensitiveInput } from '@/domain/members/member';

export const add = action(AddMemberInput, addMember, { to: ({ id }) => `/members/${id}` });
export const edit = action(EditMemberInput, editMember, { to: ({ id }) => `/members/${id}` });
export const editPrivate = action(EditSensitiveInput, editSensitive, { to: ({ id }) => `/members/${id}/sensitive` });
export const recordEvent = action(RecordEventInput, recordMemberEvent, { to: ({ memberId }) => `/members/${memberId}` });
export const reverseEvent = action(ReverseEventInput, reverseMemberEvent, { to: ({ memberId }) => `/members/${memberId}` });
