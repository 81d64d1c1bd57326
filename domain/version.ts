import { z } from 'zod';

/** The version of a record as it was when the form was opened; the column is an integer of four bytes. */
export const Version = z.coerce.number().int().min(0).max(2_147_483_647);
