'use client';

import { useField } from '@/components/form/action-form';
import { TextField } from '@/components/form/fields';

/** Asked for only after a rule that knows exceptions has spoken. */
export function ExceptionReason() {
  const { problem, typed } = useField('exceptionReason');
  if (!problem && !typed) return null;
  return <TextField name="exceptionReason" label="Lý do ngoại lệ" required className="md:col-span-2" maxLength={300} />;
}
