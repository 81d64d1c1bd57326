import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card, Empty } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Choice, SubmitButton, TextField } from '@/components/form/fields';
import type { Candidate } from '@/db/queries/succession/candidates';
import type { PlanList, PlanTitle } from '@/db/queries/succession/list';
import { formatDate } from '@/domain/calendar';
import { asksForReason } from '@/domain/succession/checks';
import { SOURCES, STANDINGS } from '@/domain/succession/planning';
import { leaveAlone, trialAddress, tryAdding } from '@/domain/succession/trial';
import type { Change } from '@/domain/succession/what-if';
import { propose } from '../../actions';
import { CheckList, ReadinessTag } from '../../check-tags';
import { judged } from './plan';

type Props = { list: PlanList; trial: Change; path: string; title?: PlanTitle; q: string; candidates: readonly Candidate[] };
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Names on trial, nothing of them saved, each with the form that does propose it; and where to look for another. */
export function TrialPanel({ list, trial, path, title, q, candidates }: Props) {
  return (
    <>
      {trial.add.map((name) => (
        <OnTrial key={name.titleId + name.personId} list={list} trial={trial} path={path} name={name} />
      ))}
      {title && <Finder list={list} trial={trial} path={path} title={title} q={q} candidates={candidates} />}
    </>
  );
}

function OnTrial({ list, trial, path, name }: Pick<Props, 'list' | 'trial' | 'path'> & { name: Change['add'][number] }) {
  const person = list.persons.get(name.personId);
  const title = list.titles.find(({ id }) => id === name.titleId);
  const found = judged(list, name);
  if (!person || !title || !found) return null;
  const local = person.unitName !== null && list.head.unitName.endsWith(person.unitName);
  return (
    <Card title={`Làm thử: ${person.name}`} aside={title.name}>
      <div className="grid gap-3 p-4">
        <p>
          {formatDate(person.born)}
          {person.female && ', nữ'} · {person.post ?? 'chưa ghi chức vụ'} · <ReadinessTag report={found.report} />
        </p>
        <CheckList checks={found.checks} />
        <ActionForm action={propose} formKey={randomUUID()} label={`Đề xuất ${person.name}`} className="grid gap-4">
          <input type="hidden" name="listId" value={list.head.id} />
          <input type="hidden" name="postId" value={title.id} />
          <input type="hidden" name="cadreId" value={person.id} />
          <div className="flex flex-wrap gap-x-8 gap-y-4">
            <Choice name="source" label="Nguồn" options={options(SOURCES)} value={local ? 'local' : 'outside'} />
            <Choice name="standing" label="Quy hoạch" options={options(STANDINGS)} value="first" />
          </div>
          <TextField
            name="reason"
            label="Lý do vẫn đề xuất"
            required={asksForReason(found.checks)}
            hint="Ghi khi có điều chưa đúng quy định mà cấp có thẩm quyền vẫn quyết định"
          />
          <TextField name="note" label="Ghi chú" maxLength={300} />
          <p className="flex flex-wrap gap-2">
            <SubmitButton>Đề xuất vào danh sách</SubmitButton>
            <Link className="btn" href={trialAddress(path, leaveAlone(trial, name))} prefetch={false}>
              Bỏ thử
            </Link>
          </p>
        </ActionForm>
      </div>
    </Card>
  );
}

function Finder({ list, trial, path, title, q, candidates }: Required<Pick<Props, 'title'>> & Omit<Props, 'title'>) {
  const on = new Set(
    [...list.entries, ...trial.add].filter(({ titleId }) => titleId === title.id).map(({ personId }) => personId),
  );
  const free = candidates.filter(({ id }) => !on.has(id));
  return (
    <Card title={`Tìm người cho ${title.name}`} id="try">
      <search>
        <form action={path} className="flex flex-wrap items-end gap-3 px-4 pt-4">
          <input type="hidden" name="title" value={title.id} />
          {trial.add.map((each) => (
            <input key={each.titleId + each.personId} type="hidden" name="add" value={`${each.titleId}.${each.personId}`} />
          ))}
          {trial.remove.map((each) => (
            <input key={each.titleId + each.personId} type="hidden" name="drop" value={`${each.titleId}.${each.personId}`} />
          ))}
          <label className="block min-w-64 flex-1">
            <span className="mb-1 block font-semibold">Tìm cán bộ theo tên</span>
            <input type="search" name="q" defaultValue={q} className="input" maxLength={100} autoComplete="off" />
          </label>
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      <p className="px-4 pt-2 text-ink-soft text-sm">
        {q
          ? `Cán bộ có tên “${q}” trong phạm vi của bạn`
          : 'Người giữ chức danh thấp hơn ở cùng nơi; gõ tên để tìm người nơi khác'}
        , nhiều nhất 20 người.
      </p>
      {free.length ? (
        <ul className="cells">
          {free.map((candidate) => (
            <li key={candidate.id}>
              <div>
                <span>
                  <b>{candidate.name}</b>
                  <small>
                    {formatDate(candidate.born)} · {candidate.post ?? 'chưa ghi chức vụ'}
                  </small>
                </span>
                <Link
                  className="btn"
                  href={`${trialAddress(path, tryAdding(trial, { titleId: title.id, personId: candidate.id }))}#ratios`}
                  prefetch={false}
                >
                  Làm thử
                </Link>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <Empty>
          Không có ai để chọn. Hãy gõ họ tên, tên hoặc một phần tên; đảng viên chưa có hồ sơ cán bộ thì{' '}
          <Link href="/cadres/new" prefetch={false} className="underline">
            lập hồ sơ cán bộ
          </Link>{' '}
          trước.
        </Empty>
      )}
    </Card>
  );
}
