import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, Facts, PageHead, Tag } from '@/components/data/page';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { listTree } from '@/db/queries/units/tree';
import { countMembers, getUnit, type UnitFacts } from '@/db/queries/units/unit';
import type { Viewer } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { kindLabel, sectorLabel } from '@/domain/units/kinds';
import { sizeWarnings } from '@/domain/units/unit-problems';
import { TreeTable } from '../unit-tables';
import { UnitHistory } from './unit-history';
import { UnitLeaders } from './unit-leaders';

export default async function UnitPage({ params }: PageProps<'/units/[unitId]'>) {
  const viewer = await enter('unit.read');
  const shown = await chooseUnit(viewer, 'unit.read', (await params).unitId);
  const detail = shown && (await getUnit(viewer, shown.id));
  if (!shown || !detail) notFound();
  const { unit, officers, placements, changes } = detail;
  const children = unit.isCell
    ? []
    : (await listTree(viewer, { rootId: unit.id, open: [], closed: false })).filter(({ id }) => id !== unit.id);
  const crumbs = [
    ...shown.ancestors.map(({ id, shortName, inReach }) => ({ label: shortName, href: inReach ? `/units/${id}` : undefined })),
    { label: unit.shortName },
  ];
  return (
    <>
      <PageHead title={unit.name} crumbs={crumbs} note={<Note unit={unit} />}>
        <Actions unit={unit} />
      </PageHead>
      <div className="grid grid-cols-1 items-start gap-4 *:min-w-0 lg:grid-cols-2">
        <Card title="Thông tin">
          <UnitFactsList unit={unit} />
          <SizeWarnings viewer={viewer} unit={unit} />
        </Card>
        <UnitLeaders officers={officers} today={viewer.today} ended={unit.closedOn !== null} />
        {!unit.isCell && (
          <Card title="Tổ chức trực thuộc" aside={`${formatCount(children.length)} đang hoạt động`} className="lg:col-span-2">
            {children.length ? (
              <TreeTable rows={children} flat rootId={unit.id} view={{ unit: unit.id, open: [], closed: false, q: '' }} />
            ) : (
              <Empty>Không có tổ chức trực thuộc đang hoạt động.</Empty>
            )}
          </Card>
        )}
        <UnitHistory placements={placements} changes={changes} unitId={unit.id} />
      </div>
    </>
  );
}

const Note = ({ unit }: { unit: UnitFacts }) => (
  <>
    {kindLabel(unit.kind)} {unit.closedOn && <Tag>kết thúc {formatDate(unit.closedOn)}</Tag>}
  </>
);

function Actions({ unit }: { unit: UnitFacts }) {
  return (
    <>
      <Link className="btn" href={`/members?unit=${unit.id}`} prefetch={false}>
        Đảng viên
      </Link>
      <Link className="btn" href={`/meetings?unit=${unit.id}`} prefetch={false}>
        Sinh hoạt
      </Link>
      {unit.mayChange && (
        <>
          <Link className="btn" href={`/units/${unit.id}/rename`} prefetch={false}>
            Đổi tên
          </Link>
          <Link className="btn" href={`/units/${unit.id}/close`} prefetch={false}>
            Kết thúc
          </Link>
        </>
      )}
      {unit.mayFound && (
        <Link className={unit.isCell ? 'btn' : 'btn primary'} href={`/units/new?parent=${unit.id}`} prefetch={false}>
          {unit.isCell ? 'Lập tổ đảng' : 'Thành lập tổ chức trực thuộc'}
        </Link>
      )}
    </>
  );
}

function UnitFactsList({ unit }: { unit: UnitFacts }) {
  return (
    <Facts
      rows={[
        ['Cấp trên trực tiếp', unit.parentName],
        ['Loại hình', sectorLabel(unit.sector)],
        ['Số chi bộ', unit.isCell ? '' : formatCount(unit.cells)],
        [
          'Số đảng viên',
          <Link key="members" href={`/members?unit=${unit.id}`} prefetch={false}>
            {formatCount(unit.members)}
          </Link>,
        ],
        ['Sinh hoạt thường kỳ', unit.meetingDay && `Ngày ${unit.meetingDay} hằng tháng`],
        ['Địa điểm sinh hoạt', unit.meetingPlace],
        ['Địa chỉ', unit.address],
        ['Mã tổ chức', unit.code],
        ['Ngày thành lập', formatDate(unit.foundedOn)],
        ['Ngày kết thúc', unit.closedOn && formatDate(unit.closedOn)],
      ]}
    />
  );
}

/** Warns where the size of a cell or a grass-roots unit is not what the rules in force expect. */
async function SizeWarnings({ viewer, unit }: { viewer: Viewer; unit: UnitFacts }) {
  if (unit.closedOn || !(unit.isCell || unit.kind === 'G1')) return null;
  const [size, rules] = await Promise.all([countMembers(viewer, unit.id), rulesOn(viewer, viewer.today, unit.id)]);
  const warnings = sizeWarnings({ kind: unit.kind, ...size }, rules);
  if (!warnings.length) return null;
  return (
    <ul className="m-4 mt-0 list-disc rounded-box bg-amber-tint py-3 pr-4 pl-8 text-amber">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}
