import type { Metadata } from 'next';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { findCadres, getCadreChoice } from '@/db/queries/rotations/choices';
import { foldName } from '@/domain/names';
import { FindCadre, LONGEST_NAME } from '../find-cadre';
import { PastForm } from './past-form';

export const metadata: Metadata = { title: 'Ghi luân chuyển đã qua' };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function PastRotationPage({ searchParams }: PageProps<'/rotations/past'>) {
  const viewer = await enter('rotation.write');
  const params = await searchParams;
  const q = one(params.q).slice(0, LONGEST_NAME);
  const words = foldName(q);
  const [cadre, found] = await Promise.all([
    one(params.cadre) ? getCadreChoice(viewer, one(params.cadre)) : null,
    words ? findCadres(viewer, words) : [],
  ]);
  return (
    <>
      <PageHead
        title="Ghi luân chuyển đã qua"
        crumbs={[{ label: 'Luân chuyển', href: '/rotations' }, { label: 'Ghi từ hồ sơ giấy' }]}
        note="Lượt đã kết thúc, ghi đúng như quyết định hoặc hồ sơ còn lưu. Chức danh, đơn vị không cần có trong danh mục; sổ chức vụ không thay đổi."
      />
      {cadre ? (
        <Card title={cadre.fullName} aside={cadre.position ?? 'hiện không giữ chức vụ nào'}>
          <PastForm cadreId={cadre.id} />
        </Card>
      ) : (
        <FindCadre action="/rotations/past" q={q} found={found} />
      )}
    </>
  );
}
