import { redirect } from 'next/navigation';
import { enter } from '@/access/door';
import { briefingAddress } from '@/domain/briefings/address';
import { quarterOf } from '@/domain/calendar';

type Props = { searchParams: Promise<{ unit?: string }> };

export default async function CurrentBriefing({ searchParams }: Props) {
  const viewer = await enter('briefing.read');
  redirect(briefingAddress(quarterOf(viewer.today), (await searchParams).unit));
}
