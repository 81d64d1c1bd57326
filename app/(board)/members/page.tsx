import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { ExportForm } from '@/components/form/export-form';
import { getListHead, listMembers, type MemberCount } from '@/db/queries/members';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { type FilterValues, filterValues, listAddress, readFilters } from '@/domain/members/filters';
import { memberTuple } from '@/domain/members/table';
import { formatCount } from '@/domain/numbers';
import { MemberFilters } from './member-filters';
import { MemberTable } from './member-table';

export const metadata: Metadata = { title: 'Đảng viên' };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function MembersPage({ searchParams }: PageProps<'/members'>) {
  const viewer = await enter('member.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'member.read', params.unit);
  if (!unit) notFound();
  const values = filterValues(params);
  const { filters, problems } = readFilters(values, viewer.today);
  const cursor = { after: one(params.after), before: one(params.before) };
  const severalCells = unit.depth > 0 && !unit.isCell;
  const [page, { count, cells }, rules] = await Promise.all([
    listMembers(viewer, unit, filters, cursor),
    getListHead(viewer, unit, filters, { all: params.count === 'all', cells: severalCells }),
    rulesOn(viewer, viewer.today),
  ]);
  const at = (place: { after?: string; before?: string }) => listAddress(values, { unit: unit.id, ...place });
  const crumbs = [
    ...unit.ancestors.map((up) => ({ label: up.shortName, href: up.inReach ? listAddress({}, { unit: up.id }) : undefined })),
    { label: unit.shortName },
  ];
  return (
    <>
      <PageHead
        title={
          <>
            Đảng viên <span className="font-normal text-ink-soft">{countWords(count)}</span>
          </>
        }
        crumbs={crumbs}
      >
        {may(viewer, 'member.export') && (
          <ExportForm
            action="/members/export"
            hidden={{ unit: unit.id, ...values }}
            what={`${countWords(count)} người theo bộ lọc đang xem`}
            again={params.export === 'purpose'}
          />
        )}
        {may(viewer, 'member.import') && (
          <Link className="btn" href="/members/import" prefetch={false}>
            Nhập từ Excel
          </Link>
        )}
        {may(viewer, 'member.edit') && (
          <Link className="btn primary" href={`/members/new?unit=${unit.id}`} prefetch={false}>
            Thêm đảng viên
          </Link>
        )}
      </PageHead>
      <MemberFilters unitId={unit.id} values={values} cells={cells} problems={problems} />
      <Card>
        {page.rows.length > 0 ? (
          <MemberTable rows={page.rows.map((row) => memberTuple(row, viewer.today, rules))} />
        ) : (
          <Nobody values={values} unitId={unit.id} mayAdd={may(viewer, 'member.edit')} />
        )}
        <Pager
          shown={page.rows.length}
          total={countWords(count)}
          noun="người · xếp theo tên"
          countAll={count.exact ? undefined : listAddress(values, { unit: unit.id, count: 'all' })}
          first={page.hasPrevious ? at({}) : undefined}
          previous={page.hasPrevious ? at({ before: page.rows[0]?.id }) : undefined}
          next={page.hasNext ? at({ after: page.rows.at(-1)?.id }) : undefined}
        />
      </Card>
    </>
  );
}

const countWords = ({ count, exact }: MemberCount) => `${exact ? '' : 'hơn '}${formatCount(count)}`;

function Nobody({ values, unitId, mayAdd }: { values: FilterValues; unitId: string; mayAdd: boolean }) {
  if (Object.keys(values).length)
    return (
      <Empty>
        Không có ai theo bộ lọc này. {values.q && /\d/.test(values.q) ? 'Số thẻ cần gõ đủ các chữ số. ' : ''}
        <Link href={listAddress({}, { unit: unitId })} className="underline" prefetch={false}>
          Bỏ lọc
        </Link>{' '}
        để xem cả danh sách.
      </Empty>
    );
  return (
    <Empty>
      Chưa có đảng viên nào trong sổ của tổ chức này.
      {mayAdd && ' Hãy bấm “Thêm đảng viên”, hoặc “Nhập từ Excel” nếu đã có danh sách.'}
    </Empty>
  );
}
