import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { listGroups } from '@/db/queries/ratings/groups';
import { listFailed, unitStripsOf } from '@/db/queries/ratings/strips';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { isFailing, stripOf } from '@/domain/ratings/strip';
import { SUBJECTS, termLabel } from '@/domain/ratings/words';
import { basisOf } from '@/domain/rule-sets';
import { GroupCeilings } from './group-ceilings';
import { ratingsAt, termOf } from './term';

export const metadata: Metadata = { title: 'Xếp loại' };

export default async function RatingsPage({ searchParams }: PageProps<'/ratings'>) {
  const viewer = await enter('rating.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rating.read', params.unit);
  if (!unit) notFound();
  const { year, quarter } = termOf(params, viewer.today);
  const [rules, groups, failed, own] = await Promise.all([
    rulesOn(viewer, viewer.today, unit.id),
    listGroups(viewer, unit.id, year, quarter),
    listFailed(viewer, unit.id, year),
    unitStripsOf(viewer, [unit.id]),
  ]);
  const failing = failed.filter(({ years }) => isFailing(years, rules));
  const ownStrip = own.get(unit.id);
  return (
    <>
      <PageHead
        title={`Xếp loại ${termLabel({ year, quarter })}`}
        crumbs={[
          ...unit.ancestors.map((up) => ({
            label: up.shortName,
            href: up.inReach ? ratingsAt(up.id, year, quarter) : undefined,
          })),
          { label: unit.shortName },
        ]}
        note={
          ownStrip && (
            <>
              {unit.shortName} được xếp loại: <RatingStrip strip={stripOf(ownStrip, year, rules)} />
            </>
          )
        }
      >
        {may(viewer, 'rating.self') && (
          <Link className="btn" href="/ratings/own" prefetch={false}>
            Tự nhận xếp loại của đơn vị
          </Link>
        )}
        {may(viewer, 'rating.write') && (
          <Link className="btn primary" href={`/ratings/new?unit=${unit.id}&year=${year}&quarter=${quarter}`} prefetch={false}>
            Lập nhóm
          </Link>
        )}
      </PageHead>
      <Terms unitId={unit.id} year={year} quarter={quarter} />
      {failing.length > 0 && (
        <Card title="Liên tiếp không hoàn thành nhiệm vụ" aside={basisOf(rules['class.failed.years'])} className="mb-5">
          <ul className="cells">
            {failing.map(({ id, name, title, years }) => (
              <li key={id}>
                <div>
                  <span>
                    <Link href={`/cadres/${id}`} prefetch={false}>
                      {name}
                    </Link>
                    {title && <small className="block text-ink-soft">{title}</small>}
                  </span>
                  <RatingStrip strip={stripOf(years, year, rules)} />
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {groups.length ? (
        SUBJECTS.toReversed().map((subject) => (
          <GroupCeilings
            key={subject}
            subject={subject}
            groups={groups.filter((group) => group.subject === subject)}
            rules={rules}
          />
        ))
      ) : (
        <Card>
          <Empty>
            Chưa có nhóm xếp loại nào của {termLabel({ year, quarter })} do {unit.shortName} quyết định.
            {may(viewer, 'rating.write') && ' Hãy lập nhóm các chức danh hoặc tổ chức tương đương để xếp loại cùng nhau.'}
          </Empty>
        </Card>
      )}
    </>
  );
}

function Terms({ unitId, year, quarter }: { unitId: string; year: number; quarter: number }) {
  const terms: readonly [number, string][] = [
    [0, 'Cả năm'],
    [1, 'Quý I'],
    [2, 'Quý II'],
    [3, 'Quý III'],
    [4, 'Quý IV'],
  ];
  return (
    <nav aria-label="Kỳ xếp loại" className="mb-5 flex flex-wrap gap-2">
      <Link className="chip" href={ratingsAt(unitId, year - 1)} prefetch={false}>
        ← Năm {year - 1}
      </Link>
      {terms.map(([number, label]) => (
        <Link
          key={number}
          className={`chip ${number === quarter ? 'on' : ''}`}
          aria-current={number === quarter ? 'page' : undefined}
          href={ratingsAt(unitId, year, number)}
          prefetch={false}
        >
          {label}
        </Link>
      ))}
      <Link className="chip" href={ratingsAt(unitId, year + 1)} prefetch={false}>
        Năm {year + 1} →
      </Link>
    </nav>
  );
}
