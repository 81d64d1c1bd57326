import { Opens } from '@/components/data/opens';
import { Card } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { formatShare } from '@/domain/numbers';
import { missingWords, type PlanShare } from '@/domain/succession/shares';

const COLUMNS = [
  { key: 'label', label: 'Cơ cấu' },
  { key: 'share', label: 'Số lượng, tỷ lệ' },
  { key: 'missing', label: 'Còn thiếu' },
  { key: 'basis', label: 'Căn cứ' },
] as const;

type CardProps = { campaignId: string; shares: readonly PlanShare[]; total: number };

/** The shares of everybody planned in a round, each person once, with the persons missing; each number opens its people. */
export const ShareCard = ({ campaignId, shares, total }: CardProps) => (
  <Card
    title="Cơ cấu của cả đợt"
    aside={
      <>
        <Opens count={total} href={`/succession/${campaignId}/people`} what="người trong quy hoạch" /> người trong phạm vi của
        bạn, mỗi người tính một lần
      </>
    }
    className="mt-5"
  >
    <DataTable
      caption="Cơ cấu của cả đợt: tỷ lệ và số người còn thiếu"
      columns={COLUMNS}
      rows={shares.map((share) => ({
        key: share.key,
        cells: [
          `${share.label}${share.target ? ` (từ ${share.target}%)` : ''}`,
          <span key="share">
            <Opens
              count={share.count}
              href={`/succession/${campaignId}/people?share=${share.key}`}
              what={`${share.noun} trong quy hoạch`}
            />{' '}
            ({formatShare(share.count, share.total)})
          </span>,
          missingWords(share) || 'đạt',
          <span key="basis" className="text-ink-soft text-sm">
            {share.basis}
            {share.unsure && ' · cần đối chiếu'}
          </span>,
        ],
      }))}
    />
  </Card>
);

/** The same in one line, for the list of one committee. */
export const ShareLine = ({ shares }: { shares: readonly PlanShare[] }) => (
  <p className="px-4 pt-3 text-sm">
    {shares.map((share, at) => {
      const missing = missingWords(share);
      return (
        <span key={share.key}>
          {at > 0 && ' · '}
          {share.label} {formatShare(share.count, share.total)}
          {missing && <strong className="text-amber"> {missing}</strong>}
        </span>
      );
    })}
  </p>
);
