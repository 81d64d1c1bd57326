import { formatDate, quarterOf } from '@/domain/calendar';
import { board, type Given, head, of, text } from './given';

const MEMBER = 'chiuy';
const KEEPER = 'quantri';

/** Forms of accounts, units, rules and the quarter that the demo province would accept. */
export function foundationForms({ decision, row, random, today, shown, dongSon, unit, cell, letters }: Given) {
  const account = async (username: string) => {
    const { id, version } = await row('select id, version from accounts where username = $1', [username]);
    return { accountId: text(id), version: text(version) };
  };
  const briefing = async () => {
    const { id } = await unit("kind = 'U' and closed_on is null");
    const period = quarterOf(today);
    const kept = await row('select version from briefings where unit_id = $1 and period = $2', [id, period]);
    return { unitId: id, period, version: text(kept.version ?? 0) };
  };
  const password = { current: 'sai-mat-khau-roi', password: 'bon-tu-khong-lien-quan', repeated: 'bon-tu-khong-lien-quan' };
  return {
    'sign-in: signIn': of('nobody', () => ({ username: letters(), password: 'sai', to: '/' }), true),
    'sign-in: enterCode': of('nobody', () => ({ code: '123456', to: '/' })),
    'account: signOut': of('nobody', () => ({})),
    'account: change': of(MEMBER, () => password, true),
    'account: turnOff': of(MEMBER, () => ({ current: 'sai-mat-khau-roi' }), true),
    'account: endSession': of(MEMBER, () => ({ sessionId: random.id(today) })),
    'account: endOthers': of(MEMBER, () => ({})),
    'account: begin': of(MEMBER, () => ({ current: 'sai-mat-khau-roi' }), true),
    'account: confirm': of(MEMBER, () => ({ code: '123456' })),
    'accounts: create': of(KEEPER, () => ({ username: letters(), fullName: 'Lò Văn Thử' }), true),
    'accounts: disable': of(KEEPER, () => account('kiemtra')),
    'accounts: enable': of(KEEPER, () => account('kiemtra')),
    'accounts: reset': of(KEEPER, () => account('kiemtra'), true),
    'accounts: give': of(KEEPER, async () => ({
      accountId: (await account('kiemtra')).accountId,
      office: 'provincial_leader',
      unitId: (await cell()).id,
      heldFrom: shown,
      heldTo: '',
    })),
    'accounts: end': of(KEEPER, async () => {
      const held = await row(
        "select h.id, h.version from offices_held h join accounts a on a.id = h.account_id where a.username = 'kiemtra' limit 1",
      );
      return { heldId: text(held.id), version: text(held.version), heldTo: shown };
    }),
    'accounts: requireCode': of(KEEPER, async () => {
      const { version: kept } = await row("select version from office_settings where office = 'log_inspector'");
      return { office: 'log_inspector', require: random.pick(['yes', 'no']), version: text(kept ?? 1) };
    }),
    'units: found': of(board, async () => ({
      ...decision,
      name: `Chi bộ thôn ${letters()}`,
      kind: 'G2',
      parentId: dongSon.id,
      sector: 'commune',
      meetingDay: '5',
      address: 'Thôn Một',
    })),
    'units: rename': of(board, async () => {
      const { id, version: kept } = await cell();
      return { ...decision, name: `Chi bộ thôn ${letters()}`, unitId: id, version: kept };
    }),
    'units: close': of(board, async () => {
      const { id, version: kept } = await unit("code like '%.%' and closed_on is null and is_cell");
      return { ...decision, unitId: id, version: kept, note: 'Hết đảng viên' };
    }),
    'targets: save': of(board, async () => {
      const { id } = await unit("kind = 'U' and closed_on is null");
      const now = await row("select value from targets where unit_id = $1 and year = $2 and kind = 'admission'", [
        id,
        Number(today.slice(0, 4)),
      ]);
      return {
        parentId: id,
        year: today.slice(0, 4),
        source: 'Kế hoạch 12-KH/TU',
        [`value-${id}`]: String(random.int(0, 90)),
        [`before-${id}`]: text(now.value),
      };
    }),
    'rules: add': of(head, () => ({
      ruleKey: 'meeting.submit.days',
      validFrom: formatDate(`2027-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`),
      citation: 'Quy định 12-QĐ/TU ngày 05/3/2026',
      value: '5',
    })),
    'briefings/[period]: freeze': of(board, briefing),
    'briefings/[period]: reopen': of(board, async () => ({
      ...(await briefing()),
      reason: 'Bổ sung số liệu',
    })),
  };
}
