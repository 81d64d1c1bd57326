import Link from 'next/link';

export default function Forbidden() {
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <title>Không thuộc chức trách của bạn</title>
      <h1>Không thuộc chức trách của bạn</h1>
      <p className="mt-3 text-ink-soft">
        Chức trách hiện nay của bạn không có quyền mở trang này. Nếu cần, hãy đề nghị quản trị hệ thống của cơ quan xem lại chức
        trách.
      </p>
      <p className="mt-6">
        <Link className="btn" href="/">
          Về việc của tôi
        </Link>
      </p>
    </main>
  );
}
