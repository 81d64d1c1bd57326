'use server';

import { action } from '@/access/door';
import { beginAppointment, endAppointment, extendAppointment, reverseAppointmentEvent } from '@/db/commands/appointments';
import { addCadreLine, editCadre, openCadre, removeCadreLine } from '@/db/commands/cadres';
import {
  BeginAppointmentInput,
  EndAppointmentInput,
  ExtendAppointmentInput,
  ReverseAppointmentInput,
} from '@/domain/appointments/inputs';
import { AddLineInput, EditCadreInput, OpenCadreInput, RemoveLineInput } from '@/domain/cadres/inputs';

const file = ({ cadreId }: { cadreId: string }) => `/cadres/${cadreId}`;

export const open = action(OpenCadreInput, openCadre, { to: file });
export const edit = action(EditCadreInput, editCadre, { to: file });
export const addLine = action(AddLineInput, addCadreLine, { to: file });
export const removeLine = action(RemoveLineInput, removeCadreLine, { message: 'Đã bỏ dòng khỏi hồ sơ.' });
export const begin = action(BeginAppointmentInput, beginAppointment, { to: file });
export const extend = action(ExtendAppointmentInput, extendAppointment, { to: file });
export const end = action(EndAppointmentInput, endAppointment, { to: file });
export const reverse = action(ReverseAppointmentInput, reverseAppointmentEvent, { to: file });
