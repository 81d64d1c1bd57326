import { forbidden, notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { getUnit, type UnitFacts } from '@/db/queries/units/unit';

/** The unit that the viewer may rename or close; else the page ends as not found, or forbidden where only the unit above decides. */
export async function changeableUnit(id: string): Promise<UnitFacts> {
  const viewer = await enter('unit.change');
  const detail = /^[0-9a-f-]{36}$/i.test(id) ? await getUnit(viewer, id) : null;
  if (!detail) notFound();
  if (!detail.unit.mayChange) forbidden();
  return detail.unit;
}
