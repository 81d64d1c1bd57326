import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { type Narrowed, tierOf } from '@/domain/cadres/alarm-address';
import { alarmWindows, outlookMonths, retiringBirths } from '@/domain/cadres/alarms';

type Params = Record<string, string | string[] | undefined>;

/** Who looks, at which unit and tier, by the rules of today, and what the book is then asked. */
export async function enterAlarms(searchParams: Promise<Params>) {
  const viewer = await enter('cadre.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'cadre.read', params.unit);
  if (!unit) notFound();
  const rules = await rulesOn(viewer, viewer.today);
  const scope = { unit, tier: tierOf(params) };
  const narrowed: Narrowed = { unitId: unit.id, tier: scope.tier };
  const months = outlookMonths(viewer.today, rules);
  const asked = {
    terms: alarmWindows(viewer.today, rules['appoint.alarm'].value),
    papers: alarmWindows(viewer.today, [rules['papers.remind'].value]),
    births: retiringBirths(months, rules),
    months,
  };
  return { viewer, params, unit, rules, scope, narrowed, asked };
}
