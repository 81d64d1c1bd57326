/** Asks what a list is needed for before it leaves the house. kind: the list of one unit, or the summary of a round. */
export function ExportForm({ kind, id, problem }: { kind: 'list' | 'summary'; id: string; problem: boolean }) {
  return (
    <details className="relative" open={problem}>
      <summary className="btn list-none">Xuất tệp</summary>
      <form
        method="post"
        action="/succession/export"
        aria-label="Xuất tệp"
        className="card z-10 mt-1 grid w-80 max-w-full gap-3 p-4 shadow-lg sm:absolute sm:right-0"
      >
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={id} />
        <label className="block">
          <span className="mb-1 block font-semibold">Mục đích sử dụng</span>
          <input
            name="purpose"
            className="input"
            required
            maxLength={200}
            autoComplete="off"
            aria-invalid={problem ? true : undefined}
            aria-describedby="purpose-hint"
          />
        </label>
        <p id="purpose-hint" className={problem ? 'font-semibold text-red-deep text-sm' : 'text-ink-soft text-sm'}>
          {problem
            ? 'Hãy ghi mục đích sử dụng, ít nhất 5 ký tự, rồi bấm tải.'
            : 'Tài liệu lưu hành nội bộ. Người xuất, mục đích và thời điểm được ghi vào nhật ký và vào tệp.'}
        </p>
        <p className="flex flex-wrap gap-2">
          <button type="submit" name="format" value="docx" className="btn">
            Tải Word
          </button>
          <button type="submit" name="format" value="xlsx" className="btn">
            Tải Excel
          </button>
        </p>
      </form>
    </details>
  );
}
