import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, Facts, PageHead, Tag } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { openRating } from '@/db/commands/rating-reads';
import type { RatingDecision, RatingRow } from '@/db/queries/ratings/group';
import { rulesOn } from '@/db/queries/rule-sets';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { proposalOf } from '@/domain/ratings/proposal';
import { stripOf } from '@/domain/ratings/strip';
import { LEVEL_WORDS, rulesDayOf, termLabel } from '@/domain/ratings/words';
import { isUuid } from '@/domain/text';
import { factsOf } from '../../facts';
import { Conditions } from './conditions';
import { ProposeForm, RemoveForm, ReviseForm, SelfForm } from './forms';

export const metadata: Metadata = { title: 'Xếp loại' };

export default async function RatingPage({ params }: PageProps<'/ratings/[groupId]/[ratingId]'>) {
  const viewer = await enter('rating.read');
  const { groupId, ratingId } = await params;
  const rating = isUuid(ratingId) ? await openRating(viewer, ratingId) : null;
  if (!rating || rating.group.id !== groupId) notFound();
  const { group, row, decisions, strips } = rating;
  const rules = await rulesOn(viewer, rulesDayOf(group, viewer.today), group.unitId);
  const proposal = proposalOf(factsOf(row, group.subject), rules);
  const drafting = row.level === null && may(viewer, 'rating.write');
  const strip = stripOf(strips.get(row.cadreId ?? row.ratedUnitId ?? '') ?? [], group.year - 1, rules);
  return (
    <>
      <PageHead
        title={row.name}
        crumbs={[
          { label: 'Xếp loại', href: `/ratings?unit=${group.unitId}&year=${group.year}` },
          { label: group.name, href: `/ratings/${group.id}` },
        ]}
        note={
          <>
            {[row.title, `xếp loại ${termLabel(group)}`].filter(Boolean).join(' · ')} <RatingStrip strip={strip} />{' '}
            {row.level ? <Tag kind="ok">{LEVEL_WORDS[row.level].label}</Tag> : <Tag kind="due">Dự thảo, lưu hành nội bộ</Tag>}
          </>
        }
      />
      <div className="grid items-start gap-5 *:min-w-0 lg:grid-cols-2">
        <div className="grid gap-5 *:min-w-0">
          {row.selfAt && <UnitsOwn row={row} at={row.selfAt} />}
          <Card title="Kết quả và tự xếp loại">
            {drafting ? <SelfForm row={row} subject={group.subject} /> : <Figures row={row} />}
          </Card>
        </div>
        <div className="grid gap-5 *:min-w-0">
          <Conditions proposal={proposal} />
          <Card title="Đề xuất">
            {row.proposedLevel && (
              <Facts
                rows={[
                  ['Mức đề xuất', LEVEL_WORDS[row.proposedLevel].label],
                  ['Lý do', row.proposedReason],
                  ['Người đề xuất', `${row.proposedByName ?? ''}, ${formatMoment(row.proposedAt ?? '')}`],
                ]}
              />
            )}
            {drafting ? (
              <ProposeForm row={row} computed={proposal.level} />
            ) : (
              !row.proposedLevel && <Empty>Chưa có đề xuất.</Empty>
            )}
          </Card>
          {decisions.length > 0 && <Decisions decisions={decisions} />}
          {row.level !== null && may(viewer, 'rating.decide') && <ReviseForm row={row} />}
          {drafting && <RemoveForm row={row} />}
        </div>
      </div>
    </>
  );
}

const UnitsOwn = ({ row, at }: { row: RatingRow; at: string }) => (
  <Card title="Đơn vị tự nhận" aside={`${row.selfByName ?? ''}, ${formatMoment(at)}`}>
    <Facts
      rows={[
        ['Điểm tự chấm', String(row.selfPoints ?? '').replace('.', ',')],
        ['Mức tự nhận', row.selfLevel && LEVEL_WORDS[row.selfLevel].label],
        ['Ngày họp', row.selfOn && formatDate(row.selfOn)],
        [
          'Lý do',
          <span key="reason" className="whitespace-pre-line">
            {row.selfReason}
          </span>,
        ],
      ]}
    />
  </Card>
);

const Figures = ({ row }: { row: RatingRow }) => (
  <Facts
    rows={[
      ['Điểm', row.points === null ? 'chưa có' : String(row.points).replace('.', ',')],
      ['Việc được giao', row.assigned],
      ['Đã xong', row.done],
      ['Xong đúng hạn', row.onTime],
      ['Vượt yêu cầu', row.above === null ? null : `${row.above}%`],
      ['Đơn vị, thành viên bị kỷ luật', row.disciplined],
      ['Đơn vị phụ trách', row.leadsUnitName],
      ['Vi phạm', row.violation],
      ['Tự xếp loại', row.selfLevel && LEVEL_WORDS[row.selfLevel].label],
      ['Ngày tự xếp loại', row.selfOn && formatDate(row.selfOn)],
    ]}
  />
);

const Decisions = ({ decisions }: { decisions: readonly RatingDecision[] }) => (
  <Card title="Quyết định" aside="mới nhất ở trên">
    <ul className="cells">
      {decisions.map(({ id, level, decisionNumber, decisionDate, issuer, signer, reason, who }) => (
        <li key={id} className="px-4 py-3">
          <b>{LEVEL_WORDS[level].label}</b>
          <small className="block text-ink-soft">
            {[
              `${decisionNumber ?? ''} ngày ${formatDate(decisionDate ?? '')}`,
              issuer,
              signer && `người ký: ${signer}`,
              reason,
              who && `người ghi: ${who}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  </Card>
);
