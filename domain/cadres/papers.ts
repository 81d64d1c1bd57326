/** The papers that are printed of cadres; the read log keeps which. */
export const CADRE_PAPERS = {
  resume: 'Sơ yếu lý lịch mẫu 2C',
  biography: 'Tiểu sử tóm tắt',
  list: 'Danh sách trích ngang',
} as const;
export type CadrePaper = keyof typeof CADRE_PAPERS;
