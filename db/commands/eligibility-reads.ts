import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import { type EligibilityFacts, getEligibilityFacts } from '../queries/cadres/eligibility';
import { noteReading } from './readings';

/** The facts of a person for a title, disciplines among them, with the reading on record; null, and nothing written, out of reach. */
export async function openEligibility(
  viewer: Viewer,
  { cadreId, postId, day }: { cadreId: unknown; postId: unknown; day: IsoDate },
): Promise<EligibilityFacts | null> {
  const facts = await getEligibilityFacts(viewer, cadreId, postId, day);
  if (!facts) return null;
  await noteReading(viewer, {
    action: 'cadre.eligibility',
    subjectType: 'cadre',
    subjectId: facts.person.id,
    unitId: facts.person.managingUnitId,
    detail: { postId: facts.post.id, asOf: day },
  });
  return facts;
}
