/** Stamps of an import. `running`: a process is at work on it now. */
export type ImportStamps = {
  startedAt: Date | string | null;
  committedAt: Date | string | null;
  takenBackAt: Date | string | null;
  running: boolean;
  /** Rows by state; empty until the columns are confirmed. */
  counts: Partial<Record<string, number>>;
};

export const IMPORT_STEPS = {
  columns: 'Chờ chọn cột',
  preview: 'Chờ nhập',
  running: 'Đang nhập',
  interrupted: 'Bị gián đoạn',
  done: 'Đã nhập',
  takenBack: 'Đã thu hồi',
} as const;
export type ImportStep = keyof typeof IMPORT_STEPS;

/** Where an import stands: the one place that turns its stamps into a word. */
export function importStep(stamps: ImportStamps): ImportStep {
  if (stamps.takenBackAt) return 'takenBack';
  if (stamps.committedAt) return 'done';
  if (stamps.startedAt) return stamps.running ? 'running' : 'interrupted';
  return stamps.counts.new === undefined ? 'columns' : 'preview';
}
