import Link from 'next/link';
import { Card, Empty, Tag } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import type { ListEntry, PlanList, PlanTitle } from '@/db/queries/succession/list';
import { formatDate } from '@/domain/calendar';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import type { Check } from '@/domain/succession/checks';
import { LEAVING_REASONS } from '@/domain/succession/kinds';
import { STANDINGS } from '@/domain/succession/planning';
import { leaveAlone, trialAddress, tryRemoving } from '@/domain/succession/trial';
import { voteResult } from '@/domain/succession/votes';
import type { Change } from '@/domain/succession/what-if';
import { CheckList, ReadinessTag } from '../../check-tags';
import { ShareLine } from '../../share-card';
import { judged, sharesOfTitle } from './plan';

type Props = { list: PlanList; checks: readonly Check[]; trial: Change; path: string; drafting: boolean; today: string };

/** The titles of the list, each with its names, what the rules say of them, and the way to try another. */
export const Titles = ({ list, ...rest }: Props) =>
  list.titles.length ? (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {list.titles.map((title) => (
        <OneTitle key={title.id} title={title} list={list} {...rest} />
      ))}
    </div>
  ) : (
    <Card>
      <Empty>Nơi này không còn chức danh nào trong danh mục.</Empty>
    </Card>
  );

function OneTitle({ title, list, checks, trial, path, drafting, today }: Props & { title: PlanTitle }) {
  const names = list.entries.filter(({ titleId }) => titleId === title.id);
  return (
    <Card title={title.name} aside={`${names.length} người${title.body ? ` / ${title.seats} ghế` : ''}`} id={`title-${title.id}`}>
      <Findings checks={checks.filter(({ titleId }) => titleId === title.id)} />
      {title.body && names.length > 0 && <ShareLine shares={sharesOfTitle(list, title)} />}
      {names.length > 0 && (
        <TableBox label={`Người được quy hoạch: ${title.name}`}>
          <thead className="sr-only">
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col">Tiêu chuẩn, phiếu, lưu ý</th>
              <th scope="col">Việc</th>
            </tr>
          </thead>
          <tbody>
            {names.map((entry) => (
              <NameRow
                key={entry.id}
                entry={entry}
                list={list}
                checks={checks}
                trial={trial}
                path={path}
                drafting={drafting}
                today={today}
              />
            ))}
          </tbody>
        </TableBox>
      )}
      {drafting && (
        <p className="px-4 py-3">
          <Link className="btn" href={`${trialAddress(path, trial, { title: title.id })}#try`} prefetch={false}>
            {names.length ? 'Tìm thêm người' : 'Tìm người'}
          </Link>
        </p>
      )}
      {!drafting && !names.length && <Empty>Chưa có ai được quy hoạch chức danh này.</Empty>}
    </Card>
  );
}

const Findings = ({ checks }: { checks: readonly Check[] }) =>
  checks.length > 0 && (
    <div className="px-4 pt-3">
      <CheckList checks={checks} />
    </div>
  );

function NameRow({
  entry,
  list,
  checks,
  trial,
  path,
  drafting,
  today,
}: Omit<Props, 'list'> & { entry: ListEntry; list: PlanList }) {
  const person = list.persons.get(entry.personId);
  const found = judged(list, entry);
  const dropped = trial.remove.some(({ personId, titleId }) => personId === entry.personId && titleId === entry.titleId);
  const strip = person && stripOf(person.ratings, lastRatedYear(today), list.rules);
  return (
    <tr className={dropped ? 'bg-red-tint' : undefined}>
      <td className="min-w-56">
        <Link href={`${path}/${entry.id}`} prefetch={false} className="font-semibold">
          {person?.name ?? 'Cán bộ do cấp trên quản lý'}
        </Link>
        {person && (
          <div className="text-ink-soft text-sm">
            {formatDate(person.born)}
            {person.female && ', nữ'} · {person.post ?? 'chưa ghi chức vụ'}
          </div>
        )}
        <div className="mt-1 flex flex-wrap gap-1">
          <Tag kind={entry.approvedOn ? 'ok' : 'due'}>
            {entry.approvedOn ? `Đã phê duyệt ${formatDate(entry.approvedOn)}` : 'Đề xuất'}
          </Tag>
          <Tag>{STANDINGS[entry.standing]}</Tag>
          {strip && <RatingStrip strip={strip} />}
        </div>
      </td>
      <td className="min-w-64">
        {found && <ReadinessTag report={found.report} />}
        {found && <CheckList checks={[...found.checks, ...checks.filter((check) => check.personId === entry.personId)]} />}
        {entry.reason && <p className="text-sm">Lý do vẫn đề xuất: {entry.reason}</p>}
        {entry.votes.length > 0 && <Votes entry={entry} list={list} />}
      </td>
      <td className="whitespace-nowrap text-right">
        {drafting && (
          <Link
            className="btn"
            href={`${trialAddress(path, dropped ? leaveAlone(trial, entry) : tryRemoving(trial, entry))}#ratios`}
            prefetch={false}
          >
            {dropped ? 'Giữ lại' : 'Thử bỏ'}
          </Link>
        )}
      </td>
    </tr>
  );
}

const OUTCOMES = { passed: '', tied: ', đúng một nửa: người đứng đầu quyết định', failed: ', chưa đạt' };

function Votes({ entry, list }: { entry: ListEntry; list: PlanList }) {
  return (
    <div className="text-sm">
      Phiếu:{' '}
      {entry.votes
        .map((vote) => ({ vote, result: voteResult(vote, list.rules) }))
        .map(({ result }) => `${result.words}${OUTCOMES[result.outcome]}`)
        .join(' · ')}
    </div>
  );
}

/** Who is no longer planned here, with the reason; never deleted. */
export function Leavers({ list, path }: { list: PlanList; path: string }) {
  if (!list.left.length) return null;
  const titles = new Map(list.titles.map(({ id, name }) => [id, name]));
  return (
    <Card title="Đã ra khỏi quy hoạch, đề xuất" aside={`${list.left.length} lượt`}>
      <ul className="cells">
        {list.left.map((entry) => (
          <li key={entry.id}>
            <Link href={`${path}/${entry.id}`} prefetch={false}>
              {list.persons.get(entry.personId)?.name ?? 'Cán bộ do cấp trên quản lý'}
            </Link>
            <small>
              {' '}
              {titles.get(entry.titleId)} · {entry.leftReason && LEAVING_REASONS[entry.leftReason].toLowerCase()},{' '}
              {formatDate(entry.leftOn ?? '')}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
