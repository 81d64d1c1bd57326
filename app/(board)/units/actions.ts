'use server';

import { action } from '@/access/door';
import { closeUnit, foundUnit, renameUnit } from '@/db/commands/units';
import { CloseUnitInput, FoundUnitInput, RenameUnitInput } from '@/domain/units/inputs';

export const found = action(FoundUnitInput, foundUnit, { to: ({ unitId }) => `/units/${unitId}` });
export const rename = action(RenameUnitInput, renameUnit, { to: ({ unitId }) => `/units/${unitId}` });
export const close = action(CloseUnitInput, closeUnit, { to: ({ unitId }) => `/units/${unitId}` });
