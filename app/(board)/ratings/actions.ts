'use server';

import { action } from '@/access/door';
import { enterOwnRating } from '@/db/commands/own-ratings';
import { decideGroup, reviseRating } from '@/db/commands/rating-decisions';
import { addToGroup, openGroup, proposeRating, recordSelfRating, removeRating } from '@/db/commands/ratings';
import {
  AddToGroupInput,
  DecideGroupInput,
  OpenGroupInput,
  OwnRatingInput,
  ProposeRatingInput,
  RemoveRatingInput,
  ReviseRatingInput,
  SelfRatingInput,
} from '@/domain/ratings/inputs';

export const open = action(OpenGroupInput, openGroup, { to: ({ groupId }) => `/ratings/${groupId}` });
export const add = action(AddToGroupInput, addToGroup, { to: ({ groupId }) => `/ratings/${groupId}` });
export const recordSelf = action(SelfRatingInput, recordSelfRating, {
  message: 'Đã lưu. Mức theo điểm và điều kiện hiện ở bên.',
});
export const enterOwn = action(OwnRatingInput, enterOwnRating, { message: 'Đã ghi tự nhận xếp loại của đơn vị.' });
export const propose = action(ProposeRatingInput, proposeRating, { message: 'Đã lưu đề xuất.' });
export const remove = action(RemoveRatingInput, removeRating, { to: ({ groupId }) => `/ratings/${groupId}` });
export const decide = action(DecideGroupInput, decideGroup, {
  message: ({ count }) => `Đã ghi quyết định xếp loại ${count} dòng.`,
});
export const revise = action(ReviseRatingInput, reviseRating, { message: 'Đã ghi quyết định xếp loại lại.' });
