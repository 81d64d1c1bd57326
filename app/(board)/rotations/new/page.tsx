import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import { ReasonField } from '@/components/form/reason-field';
import { type CadreChoice, findCadres, getCadreChoice, getPost, listPlaces, listPostsAt } from '@/db/queries/rotations/choices';
import { getOpenLine, type LineChoice } from '@/db/queries/rotations/plans';
import { addMonths, formatDate } from '@/domain/calendar';
import { foldName } from '@/domain/names';
import { BASES, PLACEMENTS } from '@/domain/rotations/words';
import { propose } from '../actions';
import { FindCadre, LONGEST_NAME } from '../find-cadre';
import { PlacePicker, postOptions } from '../place-picker';
import { options } from '../plans/[planId]/line-form';

export const metadata: Metadata = { title: 'Đề xuất luân chuyển' };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function NewRotationPage({ searchParams }: PageProps<'/rotations/new'>) {
  const viewer = await enter('rotation.write');
  const params = await searchParams;
  const asked = {
    cadre: one(params.cadre),
    post: one(params.post),
    line: one(params.line),
    at: one(params.at),
    q: one(params.q).slice(0, LONGEST_NAME),
  };
  const line = asked.line ? await getOpenLine(viewer, asked.line) : null;
  if (asked.line && !line) notFound();
  const words = foldName(asked.q);
  const [cadre, found, post] = await Promise.all([
    asked.cadre ? getCadreChoice(viewer, asked.cadre) : null,
    words ? findCadres(viewer, words) : [],
    getPost(viewer, line?.postId ?? asked.post),
  ]);
  const place = post?.unitId ?? asked.at;
  const [places, posts] =
    cadre && !line ? await Promise.all([listPlaces(viewer), place ? listPostsAt(viewer, place) : []]) : [[], post ? [post] : []];
  return (
    <>
      <PageHead
        title="Đề xuất luân chuyển"
        crumbs={[{ label: 'Kế hoạch, đề xuất', href: '/rotations/plans' }, { label: line?.planTitle ?? 'Ngoài kế hoạch' }]}
        note="Dự thảo nhân sự, lưu hành nội bộ."
      />
      {!cadre && (
        <FindCadre
          action="/rotations/new"
          q={asked.q}
          found={found}
          keep={{ line: asked.line, post: asked.post, at: asked.at }}
        />
      )}
      {cadre && (
        <Card title={cadre.fullName} aside={cadre.position ?? 'hiện không giữ chức vụ nào'}>
          <div className="grid max-w-3xl gap-5 p-4">
            {!line && <PlacePicker action="/rotations/new" places={places} at={place} keep={{ cadre: cadre.id }} />}
            {posts.length > 0 && <ProposeForm cadre={cadre} posts={posts} chosen={post?.id} line={line} today={viewer.today} />}
          </div>
        </Card>
      )}
    </>
  );
}

type FormProps = {
  cadre: CadreChoice;
  posts: readonly { id: string; title: string; free: number }[];
  chosen?: string;
  line: LineChoice | null;
  today: string;
};

const ProposeForm = ({ cadre, posts, chosen, line, today }: FormProps) => (
  <ActionForm action={propose} formKey={randomUUID()} label="Đề xuất luân chuyển" className="grid gap-4">
    <input type="hidden" name="cadreId" value={cadre.id} />
    {line && <input type="hidden" name="lineId" value={line.id} />}
    <SelectField
      name="postId"
      label="Chức danh nơi đến"
      options={postOptions(posts)}
      value={chosen}
      empty="Chọn chức danh"
      required
    />
    <Choice name="basis" label="Đối tượng luân chuyển (Quy định 65-QĐ/TW)" options={options(BASES)} value="a" required />
    <TextField name="plannedFor" label="Chức danh quy hoạch" maxLength={300} />
    <div className="field-row">
      <DateField name="startsOn" label="Dự kiến từ ngày" value={formatDate(line ? `${line.startsMonth}-01` : today)} required />
      <DateField
        name="until"
        label="Đến ngày"
        hint="Bỏ trống nếu theo thời gian tối thiểu của quy định"
        value={line ? formatDate(addMonths(`${line.startsMonth}-01`, line.months)) : ''}
      />
    </div>
    <SelectField
      name="expected"
      label="Dự kiến bố trí sau luân chuyển"
      options={options(PLACEMENTS)}
      value={line?.expected}
      empty="Chọn cách bố trí"
      required
    />
    <ReasonField />
    <div>
      <SubmitButton>Lưu đề xuất</SubmitButton>
    </div>
  </ActionForm>
);
