import type { Metadata } from 'next';
import { enter } from '@/access/door';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { ensureMonths } from '@/db/months';
import { getQuarterGlance } from '@/db/queries/briefings/glance';
import { getDeskFacts } from '@/db/queries/desk';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may, type Viewer } from '@/domain/access/viewer';
import { formatDate, periodLabel, quarterOf, weekdayName } from '@/domain/calendar';
import { type DeskLine, type DeskPart, deskLines, PART_TITLES, planLines } from '@/domain/desk';
import { DeskLines } from './desk-lines';
import { QuarterColumn } from './quarter-column';

type Props = { searchParams: Promise<{ unit?: string }> };

export const metadata: Metadata = { title: 'Việc của tôi' };

/** The desk: what is late, what is due, what came back; beside it the quarter for those who may read it. */
export default async function Desk({ searchParams }: Props) {
  const viewer = await enter('desk.read');
  await ensureMonths(viewer.today);
  const rules = await rulesOn(viewer, viewer.today);
  const { unit } = await searchParams;
  const [quarter, facts] = await Promise.all([
    may(viewer, 'briefing.read') ? quarterOn(viewer, unit) : null,
    getDeskFacts(viewer),
  ]);
  const behind = quarter ? planLines(quarter.glance.planned, quarter.unit.id, rules, viewer.today) : [];
  const lines = [...deskLines(facts, rules, viewer.today), ...behind];
  const parts = (Object.keys(PART_TITLES) as DeskPart[]).map((part) => ({
    part,
    lines: lines.filter((line) => line.part === part),
  }));
  return (
    <>
      <PageHead
        title="Việc của tôi"
        note={`${weekdayName(viewer.today)}, ${formatDate(viewer.today)} · ${periodLabel(quarterOf(viewer.today))}`}
      />
      <div className={quarter ? 'grid items-start gap-5 lg:grid-cols-[1.7fr_1fr]' : 'max-w-4xl'}>
        <div className="grid gap-5">
          {lines.length === 0 && (
            <Card title="Không có việc nào đến hạn">
              <Empty>Hôm nay không có việc trễ hạn, sắp đến hạn hay bị trả lại.</Empty>
            </Card>
          )}
          {parts
            .filter((part) => part.lines.length > 0)
            .map((part) => (
              <Part key={part.part} {...part} />
            ))}
        </div>
        {quarter && <QuarterColumn {...quarter} />}
      </div>
    </>
  );
}

async function quarterOn(viewer: Viewer, wanted?: string) {
  const unit = await chooseUnit(viewer, 'briefing.read', wanted);
  if (!unit) return null;
  const glance = await getQuarterGlance(viewer, unit, may(viewer, 'target.set'));
  return { unit, period: quarterOf(viewer.today), glance };
}

function Part({ part, lines }: { part: DeskPart; lines: DeskLine[] }) {
  return (
    <Card title={PART_TITLES[part]} aside={<Tag kind={part === 'late' ? 'late' : 'plain'}>{lines.length} việc</Tag>}>
      <DeskLines lines={lines.map(({ key, href, text, rule, days }) => [key, href, text, rule, days])} />
    </Card>
  );
}
