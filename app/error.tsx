'use client';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-5 py-16" role="alert">
      <h1>Chưa mở được trang này</h1>
      <p className="mt-3 text-ink-soft">
        Máy chủ gặp lỗi hoặc đang bận. Dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại sau một phút; nếu vẫn lỗi, báo cho quản trị
        hệ thống mã <b>{error.digest ?? '—'}</b>.
      </p>
      <p className="mt-6">
        <button type="button" className="btn" onClick={reset}>
          Thử lại
        </button>
      </p>
    </main>
  );
}
