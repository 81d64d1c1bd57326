const STEPS = ['Chọn tệp', 'Đối chiếu cột', 'Xem trước', 'Kết quả'];

/** Where one is among the four steps of an import; `at` counts from 0. */
export function Steps({ at }: { at: number }) {
  return (
    <ol className="mb-5 flex flex-wrap gap-x-6 gap-y-1" aria-label="Các bước nhập danh sách">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          className={index === at ? 'font-semibold text-red-deep' : 'text-ink-soft'}
        >
          {index + 1}. {step}
          {index < at && <span className="text-green"> ✓</span>}
        </li>
      ))}
    </ol>
  );
}
