import type { ProcedureFile } from '@/db/queries/procedures/procedure';
import type { RenewalOnPaper } from '@/domain/procedures/renewal-paper';

/** What paper says of whoever is kept in the title; null for a procedure that appoints somebody. */
export const renewalOnPaper = ({ candidates, post, termEndsOn, holding }: ProcedureFile): RenewalOnPaper | null =>
  termEndsOn && candidates[0]
    ? { name: candidates[0].fullName, title: post.title, unitName: post.unitName, termEndsOn, holding }
    : null;
