import type pg from 'pg';
import type { Random } from '@/db/seed/random';
import type { BuiltAction } from '../build';
import { cadreForms } from './cadre-forms';
import { foundationForms } from './foundation-forms';
import { type Forms, givenBy } from './given';
import { meetingForms } from './meeting-forms';
import { memberForms } from './member-forms';
import { personnelForms } from './personnel-forms';
import { procedureForms } from './procedure-forms';
import { rotationForms } from './rotation-forms';
import { successionForms } from './succession-forms';

/** The name of an action in `Forms`. */
export const nameOf = ({ file, name }: BuiltAction): string =>
  `${file.replace(/^app\/(\(board\)\/)?/, '').replace(/\/?actions\.ts$/, '')}: ${name}`;

/** Forms that the demo province would accept, each made anew from what stands in the books now. */
export async function formsOf(db: pg.Pool, random: Random): Promise<Forms> {
  const given = await givenBy(db, random);
  return {
    ...foundationForms(given),
    ...(await memberForms(given)),
    ...(await meetingForms(given)),
    ...cadreForms(given),
    ...personnelForms(given),
    ...successionForms(given),
    ...procedureForms(given),
    ...rotationForms(given),
  };
}
