import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead, Tag } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { ExportForm } from '@/components/form/export-form';
import { DateField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import { openGroupTable } from '@/db/commands/rating-reads';
import type { Group, GroupTable } from '@/db/queries/ratings/group';
import { rulesOn } from '@/db/queries/rule-sets';
import { may } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { LEVEL_WORDS, type Level, levelOf, rulesDayOf, termLabel } from '@/domain/ratings/words';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { isUuid } from '@/domain/text';
import { decide } from '../actions';
import { ratingsAt } from '../term';
import { CeilingNow } from './ceiling-now';
import { RatingTable } from './rating-table';

export const metadata: Metadata = { title: 'Nhóm xếp loại' };

export default async function GroupPage({ params, searchParams }: PageProps<'/ratings/[groupId]'>) {
  const viewer = await enter('rating.read');
  const [{ groupId }, asked] = [await params, await searchParams];
  const table = isUuid(groupId) ? await openGroupTable(viewer, groupId) : null;
  if (!table) notFound();
  const { group, rows } = table;
  const level = asked.level === 'none' ? null : (levelOf(typeof asked.level === 'string' ? asked.level : null) ?? undefined);
  const rules = await rulesOn(viewer, rulesDayOf(group, viewer.today), group.unitId);
  const deciding = !group.decidedAt && may(viewer, 'rating.decide') && rows.length > 0 && level === undefined;
  return (
    <>
      <PageHead
        title={group.name}
        crumbs={[
          { label: 'Xếp loại', href: ratingsAt(group.unitId, group.year, group.quarter) },
          { label: termLabel(group), href: ratingsAt(group.unitId, group.year, group.quarter) },
        ]}
        note={group.decidedAt ? <Tag kind="ok">Đã quyết định</Tag> : <Tag kind="due">Dự thảo, lưu hành nội bộ</Tag>}
      >
        {!group.decidedAt && may(viewer, 'rating.write') && (
          <Link className="btn" href={`/ratings/${group.id}/add`} prefetch={false}>
            Thêm vào nhóm
          </Link>
        )}
        <a className="btn" href={`/print/ratings/${group.id}`}>
          Bản in
        </a>
        {may(viewer, 'cadre.export') && (
          <ExportForm action={`/ratings/${group.id}/export`} what={`${rows.length} dòng`} again={asked.export === 'purpose'} />
        )}
      </PageHead>
      {group.decidedAt && <Decision group={group} />}
      {level !== undefined && <Narrowed level={level} href={`/ratings/${group.id}`} />}
      <Card>{deciding ? <DecideForm table={table} rules={rules} /> : <Reading table={table} rules={rules} level={level} />}</Card>
    </>
  );
}

const Ceiling = ({ table: { group, rows }, rules }: { table: GroupTable; rules: Rules }) => (
  <CeilingNow
    rows={rows.map(({ id, name, level, proposedLevel, points }) => ({ id, name, level: level ?? proposedLevel, points }))}
    rules={{
      'class.cap': rules['class.cap'],
      'class.cap.outstanding': rules['class.cap.outstanding'],
      'class.cap.base': rules['class.cap.base'],
    }}
    prominent={group.prominent}
    basis={basisOf(rules[group.prominent ? 'class.cap.outstanding' : 'class.cap'])}
  />
);

/** level: only the rows that stand there, decided or proposed; null: those that stand nowhere yet. The ceiling is the whole group's. */
const Reading = ({ table, rules, level }: { table: GroupTable; rules: Rules; level?: Level | null }) => (
  <>
    <Ceiling table={table} rules={rules} />
    <RatingTable
      table={
        level === undefined ? table : { ...table, rows: table.rows.filter((row) => (row.level ?? row.proposedLevel) === level) }
      }
      rules={rules}
    />
  </>
);

const Narrowed = ({ level, href }: { level: Level | null; href: string }) => (
  <nav aria-label="Lọc theo mức" className="mb-5 flex flex-wrap gap-2">
    <Link className="chip" href={href} prefetch={false}>
      Cả nhóm
    </Link>
    <span className="chip on">{level ? LEVEL_WORDS[level].label : 'Chưa xếp loại'}</span>
  </nav>
);

/** Every row with the proposed level chosen; the decision below holds for all of them. */
const DecideForm = ({ table, rules }: { table: GroupTable; rules: Rules }) => (
  <ActionForm action={decide} formKey={randomUUID()} label="Quyết định xếp loại">
    <input type="hidden" name="groupId" value={table.group.id} />
    <input type="hidden" name="version" value={table.group.version} />
    <Ceiling table={table} rules={rules} />
    <RatingTable table={table} rules={rules} deciding />
    <fieldset className="grid gap-4 p-4 sm:grid-cols-2">
      <legend className="float-left mb-3 font-semibold sm:col-span-2">Quyết định của cấp có thẩm quyền</legend>
      <TextField name="decisionNumber" label="Số quyết định" required maxLength={60} placeholder="125-QĐ/TU" />
      <DateField name="decisionDate" label="Ngày quyết định" required />
      <TextField name="issuer" label="Cơ quan ra quyết định" required maxLength={200} placeholder="Ban Thường vụ Tỉnh ủy" />
      <TextField name="signer" label="Người ký" maxLength={80} />
      <TextArea name="overReason" label="Lý do cho vượt trần “xuất sắc”" rows={2} maxLength={500} hint="Chỉ ghi khi vượt" />
      <div className="sm:col-span-2">
        <SubmitButton>Ghi quyết định xếp loại</SubmitButton>
      </div>
    </fieldset>
  </ActionForm>
);

const Decision = ({ group }: { group: Group }) => (
  <Card title="Quyết định" className="mb-5">
    <Facts
      rows={[
        ['Số, ngày', `${group.decisionNumber ?? ''} ngày ${formatDate(group.decisionDate ?? '')}`],
        ['Cơ quan', group.issuer],
        ['Người ký', group.signer],
        ['Lý do cho vượt trần', group.overReason],
        ['Người ghi', `${group.decidedByName ?? ''}, ${formatMoment(group.decidedAt ?? '')}`],
      ]}
    />
  </Card>
);
