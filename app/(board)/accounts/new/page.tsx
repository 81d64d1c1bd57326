import type { Metadata } from 'next';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { CreateForm } from '../account-forms';

export const metadata: Metadata = { title: 'Thêm tài khoản' };

export default async function NewAccountPage() {
  await enter('account.manage');
  return (
    <>
      <PageHead title="Thêm tài khoản" crumbs={[{ label: 'Tài khoản, chức trách', href: '/accounts' }, { label: 'Thêm' }]} />
      <Card className="max-w-xl p-4">
        <CreateForm />
      </Card>
    </>
  );
}
