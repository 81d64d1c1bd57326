import { writeSheet } from '@/db/spreadsheets';
import { board, type Given, of, text } from './given';

const LIST = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Số thẻ đảng viên', 'Chi bộ'];
const LISTER = 'canbo.dongson';

/** Forms of members and their lists that the demo province would accept. */
export async function memberForms({ decision, row, any, random, shown, dongSon, cell, letters }: Given) {
  const person = () => ({
    fullName: 'Lò Thị Thử',
    sex: 'female',
    born: '12/03/1980',
    joined: '19/05/2004',
    official: '19/05/2005',
    cardNumber: String(random.int(10_000_000, 99_999_999)),
    phone: '0912345678',
    email: 'lo.thu@example.vn',
    homePlace: 'Đông Sơn',
    address: 'Thôn Một',
    note: 'Ghi chú\nhai dòng',
  });
  const imported = async (state: string) => {
    const found = await row(`select id, version, headers from imports where ${state} order by random() limit 1`);
    return { importId: text(found.id), version: text(found.version), headers: (found.headers as string[] | undefined) ?? [] };
  };
  const version = async (state: string) => {
    const { headers: _, ...which } = await imported(state);
    return which;
  };
  const member = async (where = 'true') => {
    const { id, version } = await any('members', where);
    return { memberId: id, version };
  };
  const list = await writeSheet(
    'Danh sách',
    LIST,
    Array.from({ length: 5 }, (_, at) => [
      String(at + 1),
      `Lường Văn ${letters()}`,
      'Nam',
      `0${at + 1}/02/1980`,
      '03/02/2005',
      '03/02/2006',
      String(45_000_000 + at),
      dongSon.cells[0] ?? '',
    ]),
  );
  return {
    'members: add': of(board, async () => ({ ...person(), cellId: (await cell()).id, entry: 'registered', entryOn: shown })),
    'members: edit': of(board, async () => ({ ...person(), ...(await member()) })),
    'members: editPrivate': of(board, async () => ({
      ...(await member()),
      ethnicity: 'Thái',
      religion: 'Không',
      citizenId: '001080001234',
      health: 'Tốt',
    })),
    'members: recordEvent': of(board, async () => ({
      ...(await member("status = 'official'")),
      ...decision,
      kind: random.pick([
        'exempt',
        'temporary_out',
        'introduced',
        'moved',
        'transferred_out',
        'died',
        'struck_off',
        'discipline',
        'suspension',
      ]),
      place: 'Tỉnh khác',
      reason: 'Theo đơn xin',
      until: '01/02/2027',
      toCellId: (await cell()).id,
      form: 'reprimand',
    })),
    'members: reverseEvent': of(board, async () => {
      const {
        id,
        member_id: memberId,
        version: kept,
      } = await row(
        'select e.id, e.member_id, m.version from member_events e join members m on m.id = e.member_id order by e.id desc limit 1',
      );
      return { memberId: text(memberId), version: text(kept), eventId: text(id), reason: 'Ghi nhầm người' };
    }),
    'members/import: upload': of(LISTER, () => ({ unitId: dongSon.id, noSecrets: 'yes', file: list })),
    'members/import: chooseColumns': of(LISTER, async () => {
      const { headers, ...which } = await imported('started_at is null and committed_at is null');
      const fields = ['ordinal', 'fullName', 'gender', 'born', 'joined', 'official', 'cardNumber', 'cell'];
      return { ...which, ...Object.fromEntries(headers.map((_, place) => [`column-${place}`, fields[place] ?? ''])) };
    }),
    'members/import: decide': of(LISTER, async () => ({
      ...(await version("counts ? 'new' and committed_at is null")),
      'row-2': 'add',
      'row-3': 'skip',
    })),
    'members/import: start': of(LISTER, () => version("counts ? 'new' and committed_at is null")),
    'members/import: stop': of(LISTER, () => version('committed_at is null')),
    'members/import: takeBack': of(LISTER, async () => ({
      ...(await version('committed_at is not null and taken_back_at is null')),
      reason: 'Nhập nhầm tệp',
    })),
  };
}
