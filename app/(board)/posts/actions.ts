'use server';

import { action } from '@/access/door';
import { addPause, addPost, changePost, endPause, endPost } from '@/db/commands/posts';
import { AddPauseInput, AddPostInput, ChangePostInput, EndPauseInput, EndPostInput } from '@/domain/posts/inputs';

const page = ({ postId }: { postId: string }) => `/posts/${postId}`;

export const add = action(AddPostInput, addPost, { to: page });
export const change = action(ChangePostInput, changePost, { to: page });
export const end = action(EndPostInput, endPost, { to: page });
export const pause = action(AddPauseInput, addPause, { to: () => '/posts/pauses' });
export const endPausing = action(EndPauseInput, endPause, { to: () => '/posts/pauses' });
