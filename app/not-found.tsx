import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <title>Không tìm thấy trang</title>
      <h1>Không tìm thấy trang</h1>
      <p className="mt-3 text-ink-soft">
        Trang này không có, đã chuyển đi, hoặc nằm ngoài phạm vi tổ chức mà bạn phụ trách. Hãy kiểm tra lại đường dẫn hoặc quay về
        trang đầu.
      </p>
      <p className="mt-6">
        <Link className="btn" href="/">
          Về việc của tôi
        </Link>
      </p>
    </main>
  );
}
