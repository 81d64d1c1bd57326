import type { OfficeKey } from '@/domain/access/offices';
import { OFFICES } from '@/domain/access/offices';

/** Known to everyone: the app refuses to run in production on an own database while such accounts exist. */
export const DEMO_PASSWORD = 'BinhSon@2026';

export type DemoAccount = {
  username: string;
  password: string;
  office: OfficeKey;
  officeLabel: string;
  fullName: string;
  unitName: string;
  committeeName?: string;
};

const account = (
  username: string,
  office: OfficeKey,
  fullName: string,
  unitName: string,
  committeeName?: string,
): DemoAccount => ({
  username,
  password: DEMO_PASSWORD,
  office,
  officeLabel: OFFICES.find(({ key }) => key === office)?.label ?? office,
  fullName,
  unitName,
  committeeName,
});

export const PROVINCE = 'Đảng bộ tỉnh Bình Sơn (dữ liệu mẫu)';
const TRAN_PHU = 'Đảng bộ phường Trần Phú';
const DONG_SON = 'Đảng bộ xã Đông Sơn';

/** One person for each office, and those whom the stories follow. unitName within committeeName is unique. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('bithu', 'cell_secretary', 'Lò Văn Thắng', 'Chi bộ tổ dân phố 1', TRAN_PHU),
  account('chiuy', 'cell_committee_member', 'Nguyễn Thị Hồng Nhung', 'Chi bộ tổ dân phố 1', TRAN_PHU),
  account('canbo', 'committee_officer', 'Trần Thị Minh Hằng', TRAN_PHU),
  account('lanhdao', 'committee_leader', 'Hoàng Đức Toàn', TRAN_PHU),
  account('canbo.dongson', 'committee_officer', 'Quàng Văn Dũng', DONG_SON),
  account('bithu.dongha', 'cell_secretary', 'Đặng Đức Đông', 'Chi bộ thôn Đông Hà', DONG_SON),
  account('chuyenvien', 'board_officer', 'Phạm Thu Hương', PROVINCE),
  account('truongban', 'board_head', 'Vũ Quốc Khánh', PROVINCE),
  account('thuongtruc', 'provincial_leader', 'Nông Văn Hiệp', PROVINCE),
  account('kiemtra', 'log_inspector', 'Đỗ Thanh Bình', PROVINCE),
  account('quantri', 'system_administrator', 'Lê Hải Nam', PROVINCE),
];
