import type { Metadata } from 'next';
import { toString as qrImage } from 'qrcode';
import { enterSelf } from '@/access/door';
import { Card, PageHead, Tag } from '@/components/data/page';
import { getOwnAccount, type OwnAccount } from '@/db/queries/accounts';
import { enrolmentAddress } from '@/domain/accounts/one-time-code';
import { BeginForm, ConfirmForm, TurnOffForm } from './code-forms';

export const metadata: Metadata = { title: 'Mã một lần' };

export default async function OneTimeCodePage() {
  const viewer = await enterSelf();
  const own = await getOwnAccount(viewer);
  if (!own) return null;
  return (
    <>
      <PageHead
        title="Mã một lần"
        crumbs={[{ label: 'Tài khoản của tôi', href: '/account' }, { label: 'Mã một lần' }]}
        note="Ngoài mật khẩu, khi đăng nhập phải nhập thêm sáu chữ số trên điện thoại. Người biết mật khẩu của bạn vẫn không vào được."
      />
      <Card className="max-w-2xl p-4">
        <ConfirmForm waiting={!own.hasCode && own.pendingSecret !== null}>
          {own.pendingSecret && <Enrolment own={own} secret={own.pendingSecret} />}
        </ConfirmForm>
        {own.hasCode && (
          <div className="space-y-4">
            <p>
              <Tag kind="ok">Đang bật</Tag> Còn {own.recoveryLeft} mã dự phòng chưa dùng.
            </p>
            <TurnOffForm />
          </div>
        )}
        {!own.hasCode && <BeginForm again={own.pendingSecret !== null} />}
      </Card>
    </>
  );
}

async function Enrolment({ own, secret }: { own: OwnAccount; secret: string }) {
  const svg = await qrImage(enrolmentAddress(own.username, secret), { type: 'svg', margin: 2 });
  return (
    <ol className="mb-4 list-decimal space-y-2 pl-5">
      <li>Cài một ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, FreeOTP…).</li>
      <li>
        Trong ứng dụng, chọn thêm tài khoản rồi quét hình này:
        {/* biome-ignore lint/performance/noImgElement: a data address, nothing to optimise */}
        <img
          src={`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`}
          width={200}
          height={200}
          alt="Mã QR để gắn ứng dụng xác thực; chuỗi tương đương ghi ngay dưới"
          className="my-2 border border-line"
        />
        Không quét được thì gõ chuỗi: <code className="font-semibold break-all">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </li>
      <li>Nhập sáu chữ số mà ứng dụng đang hiện và mật khẩu đang dùng của bạn.</li>
    </ol>
  );
}
