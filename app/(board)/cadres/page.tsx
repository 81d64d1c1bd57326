import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { FilterForm, FilterSearch, FilterSelect } from '@/components/form/filters';
import { countCadres, listCadres } from '@/db/queries/cadres/list';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { THEORY } from '@/domain/cadres/codes';
import {
  CADRE_STATES,
  type CadreFilterValues,
  cadreFilterValues,
  cadresAddress,
  readCadreFilters,
} from '@/domain/cadres/filters';
import { AGE_BANDS } from '@/domain/members/bands';
import { formatCount } from '@/domain/numbers';
import { RANKS, TIERS } from '@/domain/posts/kinds';
import { cadreLines } from './cadre-lines';
import { CadreTable } from './cadre-table';
import { ListForm } from './list-form';

export const metadata: Metadata = { title: 'Cán bộ' };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function CadresPage({ searchParams }: PageProps<'/cadres'>) {
  const viewer = await enter('cadre.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'cadre.read', params.unit);
  if (!unit) notFound();
  const values = cadreFilterValues(params);
  const filters = readCadreFilters(values, viewer.today);
  const [page, count, rules] = await Promise.all([
    listCadres(viewer, unit, filters, { after: one(params.after), before: one(params.before) }),
    countCadres(viewer, unit, filters),
    rulesOn(viewer, viewer.today),
  ]);
  const at = (place: { after?: string; before?: string }) => cadresAddress(values, { unit: unit.id, ...place });
  const crumbs = [
    ...unit.ancestors.map((up) => ({ label: up.shortName, href: up.inReach ? cadresAddress({}, { unit: up.id }) : undefined })),
    { label: unit.shortName },
  ];
  return (
    <>
      <PageHead
        title={
          <>
            Cán bộ <span className="font-normal text-ink-soft">{formatCount(count)}</span>
          </>
        }
        crumbs={crumbs}
        note="Người đang giữ, từng giữ hoặc được quy hoạch chức danh, thuộc diện bạn được xem hồ sơ."
      >
        <ListForm
          unitId={unit.id}
          values={values}
          count={formatCount(count)}
          mayExport={may(viewer, 'cadre.export')}
          again={params.export === 'purpose'}
        />
        {may(viewer, 'cadre.edit') && (
          <Link className="btn primary" href={`/cadres/new?unit=${unit.id}`} prefetch={false}>
            Lập hồ sơ
          </Link>
        )}
      </PageHead>
      <Filters unitId={unit.id} values={values} />
      <Card>
        {page.rows.length > 0 ? (
          <CadreTable {...cadreLines(page.rows, viewer.today, rules)} />
        ) : (
          <Empty>
            {Object.keys(values).length ? (
              <>
                Không có cán bộ nào theo bộ lọc này.{' '}
                <Link href={cadresAddress({}, { unit: unit.id })} prefetch={false}>
                  Bỏ lọc
                </Link>{' '}
                để xem cả danh sách.
              </>
            ) : (
              'Chưa có hồ sơ cán bộ nào thuộc diện quản lý ở đây. Hãy bấm “Lập hồ sơ” và chọn một đảng viên.'
            )}
          </Empty>
        )}
        <Pager
          shown={page.rows.length}
          total={count}
          noun="người · xếp theo tên"
          first={page.hasPrevious ? at({}) : undefined}
          previous={page.hasPrevious ? at({ before: page.rows[0]?.id }) : undefined}
          next={page.hasNext ? at({ after: page.rows.at(-1)?.id }) : undefined}
        />
      </Card>
    </>
  );
}

const SEXES = { male: 'Nam', female: 'Nữ' };
const AGES = Object.fromEntries(AGE_BANDS.map(({ key, label }) => [key, `${label} tuổi`]));

const Filters = ({ unitId, values }: { unitId: string; values: CadreFilterValues }) => (
  <FilterForm
    action="/cadres"
    label="Lọc danh sách cán bộ"
    unitId={unitId}
    clear={Object.keys(values).length ? cadresAddress({}, { unit: unitId }) : null}
  >
    <FilterSearch label="Tìm theo tên" value={values.q} />
    <FilterSelect name="state" label="Tình trạng" words={CADRE_STATES} value={values.state} plain="serving" />
    <FilterSelect name="tier" label="Diện quản lý" words={TIERS} value={values.tier} />
    <FilterSelect name="rank" label="Cấp trưởng, cấp phó" words={RANKS} value={values.rank} />
    <FilterSelect name="age" label="Tuổi đời" words={AGES} value={values.age} />
    <FilterSelect name="sex" label="Giới tính" words={SEXES} value={values.sex} />
    <FilterSelect name="theory" label="Lý luận chính trị" words={THEORY} value={values.theory} />
  </FilterForm>
);
