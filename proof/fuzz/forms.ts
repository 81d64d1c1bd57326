import type pg from 'pg';
import type { Random } from '@/db/seed/random';
import { writeSheet } from '@/db/spreadsheets';
import { formatDate, monthOf, quarterOf } from '@/domain/calendar';
import type { BuiltAction } from '../build';
import type { Form } from './mutations';
import { personnelForms } from './personnel-forms';
import { rotationForms } from './rotation-forms';

/** How an action is asked for rightly: by whom (a demo account) and with what; `dear` ones hash a password. */
export type Rightly = { who: string; form: () => Promise<Form>; dear?: true };
export type Forms = Record<string, Rightly>;

/** The name of an action in `Forms`. */
export const nameOf = ({ file, name }: BuiltAction): string =>
  `${file.replace(/^app\/(\(board\)\/)?/, '').replace(/\/?actions\.ts$/, '')}: ${name}`;

const LIST = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Số thẻ đảng viên', 'Chi bộ'];

/** Forms that the demo province would accept, each made anew from what stands in the books now. */
export async function formsOf(db: pg.Pool, random: Random): Promise<Forms> {
  const row = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>> =>
    // What the posts before used up is looked for as nothing.
    (
      await db.query(
        text,
        values.map((value) => (value === '' ? null : value)),
      )
    ).rows[0] ?? {};
  const text = (value: unknown) => String(value ?? '');
  const { today: day } = await row("select to_char(today_vn(), 'YYYY-MM-DD') as today");
  const today = text(day);
  const shown = formatDate(today);
  const decision = {
    decisionNumber: '15-QĐ/ĐU',
    decisionDate: shown,
    issuer: 'Ban Thường vụ',
    signer: 'Cà Văn Ánh',
    effectiveOn: shown,
  };
  const unit = async (where: string) => {
    const { id, version, name } = await row(`select id, version, name from units where ${where} order by random() limit 1`);
    return { id: text(id), version: text(version), name: text(name) };
  };
  const cell = () => unit('is_cell and closed_on is null');
  const member = async (where = 'true') => {
    const { id, version } = await row(`select id, version from members where ${where} order by random() limit 1`);
    return { memberId: text(id), version: text(version) };
  };
  const account = async (username: string) => {
    const { id, version } = await row('select id, version from accounts where username = $1', [username]);
    return { accountId: text(id), version: text(version) };
  };
  const letters = () => Array.from({ length: 8 }, () => random.pick([...'abcdeghiklmnopqrstuvxy'])).join('');
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
  const cadre = async () => {
    const { id, version } = await row('select id, version from cadres where serving order by random() limit 1');
    return { cadreId: text(id), version: text(version) };
  };
  const post = async () => {
    const { id, version } = await row('select id, version from posts where valid_to is null order by random() limit 1');
    return { postId: text(id), version: text(version) };
  };
  const appointment = async () => {
    const { id, version, event } = await row(
      `select a.id, a.version, (select e.id from appointment_events e where e.appointment_id = a.id order by e.entered_at desc limit 1) as event
       from appointments a where not a.reversed and a.ended_on is null order by random() limit 1`,
    );
    return { appointmentId: text(id), version: text(version), eventId: text(event) };
  };
  const title = () => ({
    ...decision,
    code: letters(),
    title: 'Trưởng phòng Kinh tế',
    system: 'state',
    level: 'commune',
    tier: 'committee',
    rank: 'head',
    elected: 'no',
    grade: '50',
    seats: '1',
    allowance: '0,35',
    theory: 'middle',
    defence: '3',
    presentPostMonths: '24',
    text: 'Có năng lực quản lý.\nĐược tín nhiệm.',
    validFrom: shown,
  });
  const own = text(
    (await row("select h.unit_id as id from offices_held h join accounts a on a.id = h.account_id where a.username = 'bithu'"))
      .id,
  );
  const meeting = async (state: string) => {
    const found = await row(`select id, version from meetings where ${state} order by random() limit 1`);
    return { meetingId: text(found.id), version: text(found.version) };
  };
  const minutes = async (more: object = {}) => {
    const { id, version } = await row(
      'select id, version from meetings where cell_id = $1 and submitted_at is null order by random() limit 1',
      [own],
    );
    const { rows } = await db.query(
      "select id, full_name from members where cell_id = $1 and status <> 'left' order by id limit 3",
      [own],
    );
    const attendance = rows.map((one) => ({ memberId: one.id, code: 'present', reason: '' }));
    const body = {
      heldOn: today,
      startsAt: '19:30',
      endsAt: '20:45',
      place: 'Nhà văn hóa',
      online: false,
      chairName: 'Lò Văn Thắng',
      chairTitle: 'Bí thư',
      secretaryName: 'Nguyễn Thị Hồng Nhung',
      guests: '',
      attendance,
      closing: [],
      agenda: [{ title: 'Nhiệm vụ tháng', presenter: '', document: '' }],
      opinions: [{ speakerId: rows[0]?.id, speakerName: rows[0]?.full_name, text: 'Nhất trí.' }],
      conclusion: 'Thống nhất.',
      resolutions: [
        { kind: 'ordinary', text: 'Nghị quyết', base: 5, baseReason: 'Theo danh sách', inFavour: 1, against: 0, other: 0 },
      ],
      assignments: [{ text: 'Thăm hộ nghèo', memberId: rows[0]?.id, memberName: rows[0]?.full_name, dueOn: today }],
      scores: {},
    };
    return { json: { meetingId: id, version, minutes: body, ...more } };
  };
  const briefing = async () => {
    const { id } = await unit("kind = 'U' and closed_on is null");
    const period = quarterOf(today);
    const kept = await row('select version from briefings where unit_id = $1 and period = $2', [id, period]);
    return { unitId: id, period, version: text(kept.version ?? 0) };
  };
  const planList = async (state = 'submitted_at is null') => {
    const { id, version } = await row(
      `select id, version from succession_lists where approved_at is null and ${state} order by random() limit 1`,
    );
    return { listId: text(id), version: text(version) };
  };
  const planned = async (state: string) => {
    const { id, version } = await row(`select id, version from succession_entries where ${state} order by random() limit 1`);
    return { entryId: text(id), version: text(version) };
  };
  const imported = async (state: string) => {
    const found = await row(`select id, version, headers from imports where ${state} order by random() limit 1`);
    return { importId: text(found.id), version: text(found.version), headers: (found.headers as string[] | undefined) ?? [] };
  };
  const version = async (state: string) => {
    const { headers: _, ...which } = await imported(state);
    return which;
  };
  const procedure = async (where: string) => {
    const found = await row(
      `select x.id, x.version, (select c.id from procedure_candidates c where c.procedure_id = x.id and c.removed_at is null limit 1) as candidate
       from procedures x where x.concluded_on is null and ${where} order by random() limit 1`,
    );
    return { which: { procedureId: text(found.id), version: text(found.version) }, candidateId: text(found.candidate) };
  };
  const oneOf = async (table: 'cadres' | 'posts') =>
    text(
      (await row(`select id from ${table} where ${table === 'posts' ? 'valid_to is null' : 'serving'} order by random() limit 1`))
        .id,
    );
  const sitting = async () => {
    const { which, candidateId } = await procedure('x.policy_approved');
    const counts = { summoned: '9', present: '9', members: '9', issued: '9', collected: '9', valid: '9' };
    const words = {
      place: 'Phòng họp',
      chairName: 'Lò Văn Thử',
      secretaryName: 'Cà Thị Thử',
      explanation: 'Đã phân tích',
      note: 'Thống nhất',
    };
    return {
      ...which,
      number: '3',
      heldOn: shown,
      ...counts,
      ...words,
      [`votes-${candidateId}`]: '8',
      headChoice: '',
      againReason: 'Ghi lại',
    };
  };
  const { id: dongSon, cells } = await row(
    "select id, (select json_agg(name) from units c where c.parent_id = u.id and c.is_cell) as cells from units u where name like '%xã Đông Sơn'",
  );
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
      text((cells as string[] | null)?.[0]),
    ]),
  );
  const officer = 'chuyenvien';
  const board = 'chuyenvien';
  const secretary = 'bithu';
  const self = 'chiuy';
  const keeper = 'quantri';
  const lister = 'canbo.dongson';
  const password = { current: 'sai-mat-khau-roi', password: 'bon-tu-khong-lien-quan', repeated: 'bon-tu-khong-lien-quan' };
  const of = (who: string, form: () => Promise<Form> | Form, dear?: true): Rightly => ({
    who,
    form: async () => form(),
    ...(dear && { dear }),
  });
  return {
    'sign-in: signIn': of('nobody', () => ({ username: letters(), password: 'sai', to: '/' }), true),
    'sign-in: enterCode': of('nobody', () => ({ code: '123456', to: '/' })),
    'account: signOut': of('nobody', () => ({})),
    'account: change': of(self, () => password, true),
    'account: turnOff': of(self, () => ({ current: 'sai-mat-khau-roi' }), true),
    'account: endSession': of(self, () => ({ sessionId: random.id(today) })),
    'account: endOthers': of(self, () => ({})),
    'account: begin': of(self, () => ({ current: 'sai-mat-khau-roi' }), true),
    'account: confirm': of(self, () => ({ code: '123456' })),
    'accounts: create': of(keeper, () => ({ username: letters(), fullName: 'Lò Văn Thử' }), true),
    'accounts: disable': of(keeper, () => account('kiemtra')),
    'accounts: enable': of(keeper, () => account('kiemtra')),
    'accounts: reset': of(keeper, () => account('kiemtra'), true),
    'accounts: give': of(keeper, async () => ({
      accountId: (await account('kiemtra')).accountId,
      office: 'provincial_leader',
      unitId: (await cell()).id,
      heldFrom: shown,
      heldTo: '',
    })),
    'accounts: end': of(keeper, async () => {
      const held = await row(
        "select h.id, h.version from offices_held h join accounts a on a.id = h.account_id where a.username = 'kiemtra' limit 1",
      );
      return { heldId: text(held.id), version: text(held.version), heldTo: shown };
    }),
    'accounts: requireCode': of(keeper, async () => {
      const { version: kept } = await row("select version from office_settings where office = 'log_inspector'");
      return { office: 'log_inspector', require: random.pick(['yes', 'no']), version: text(kept ?? 1) };
    }),
    'units: found': of(board, async () => ({
      ...decision,
      name: `Chi bộ thôn ${letters()}`,
      kind: 'G2',
      parentId: text(dongSon),
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
    ...personnelForms({ row, random, today, shown, decision }),
    ...rotationForms({ row, random, today, shown, decision }),
    'succession: open': of(board, async () => ({
      ...{
        unitId: (await unit("kind = 'P'")).id,
        name: `Quy hoạch ${letters()}`,
        kind: 'new',
        termKind: random.pick(['party', 'state']),
      },
      ...{ termFrom: `01/06/${random.int(2031, 2060)}`, termTo: '01/06/2066', countedOn: shown, document: 'Kế hoạch 9-KH/TU' },
      ...{ dueOn: '01/06/2027', dueOwnOn: '01/07/2027' },
    })),
    'succession: close': of(board, async () => {
      const { id, version: kept } = await row(
        'select id, version from succession_campaigns where closed_at is null order by random() limit 1',
      );
      return { campaignId: text(id), version: text(kept) };
    }),
    'succession: setDue': of(board, async () => ({ ...(await planList()), dueOn: '15/06/2027' })),
    'succession: propose': of(board, async () => {
      const found = await row(
        `select l.id, p.id as post, (select id from cadres order by random() limit 1) as cadre from succession_lists l
         join posts p on p.unit_id = l.unit_id and p.managing_unit_id = l.managing_unit_id where l.submitted_at is null order by random() limit 1`,
      );
      return {
        ...{ listId: text(found.id), postId: text(found.post), cadreId: text(found.cadre) },
        ...{ source: 'local', standing: random.pick(['first', 'continued']), reason: 'Thường vụ thống nhất', note: '' },
      };
    }),
    'succession: withdraw': of(board, async () => ({
      ...(await planned('approved_on is null and left_on is null')),
      note: 'Xin rút',
    })),
    'succession: vote': of(board, async () => {
      const list = await planList();
      const found = await row(
        'select id from succession_entries where list_id = $1 and approved_on is null and left_on is null',
        [list.listId],
      );
      const votes = found.id ? { [`votes-${text(found.id)}`]: String(random.int(0, 40)) } : {};
      return { ...list, step: random.pick(['expanded', 'standing']), heldOn: shown, summoned: '40', ...votes };
    }),
    'succession: submit': of(board, () => planList()),
    'succession: sendBack': of('truongban', async () => ({
      ...(await planList('submitted_at is not null')),
      note: 'Bổ sung cán bộ nữ',
    })),
    'succession: approve': of('truongban', async () => ({
      ...(await planList('submitted_at is not null')),
      ...decision,
      approved: random.id(today),
    })),
    'succession: takeOut': of('truongban', async () => ({
      ...(await planned('approved_on is not null and left_on is null')),
      ...decision,
      leftReason: random.pick(['moved', 'over_age', 'wish']),
      leftOn: shown,
      reason: '',
    })),
    'rules: add': of('truongban', () => ({
      ruleKey: 'meeting.submit.days',
      validFrom: formatDate(`2027-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`),
      citation: 'Quy định 12-QĐ/TU ngày 05/3/2026',
      value: '5',
    })),
    'briefings/[period]: freeze': of('chuyenvien', briefing),
    'briefings/[period]: reopen': of('chuyenvien', async () => ({
      ...(await briefing()),
      reason: 'Bổ sung số liệu',
    })),
    'posts: add': of(board, () => ({ ...title(), unitId: text(dongSon) })),
    'posts: change': of(board, async () => ({ ...title(), ...(await post()) })),
    'posts: end': of(board, async () => ({ ...decision, ...(await post()), endsOn: shown })),
    'posts: pause': of(board, async () => ({
      unitId: text(dongSon),
      fromOn: shown,
      toOn: '01/02/2027',
      reason: 'Sắp xếp đơn vị hành chính',
      exceptions: 'Khuyết cấp trưởng',
      decisionNumber: '12-CV/TU',
    })),
    'posts: endPausing': of(board, async () => {
      const found = await row('select id, version from personnel_pauses order by random() limit 1');
      return { pauseId: text(found.id), version: text(found.version), toOn: shown };
    }),
    'cadres: open': of(board, async () => ({ memberId: (await member("status = 'official'")).memberId })),
    'cadres: edit': of(board, async () => ({
      ...(await cadre()),
      fileNumber: 'BS-012',
      theory: 'advanced',
      professional: 'university',
      specialty: 'Luật',
      administration: 'principal',
      defence: '2',
      recruitedOn: '09/2005',
      recruitedBy: 'Sở Nội vụ',
      retirementRule: 'normal',
      healthCheckedOn: shown,
    })),
    'cadres: addLine': of(board, async () => ({
      cadreId: (await cadre()).cadreId,
      ...random.pick<Form>([
        { line: 'history', fromMonth: '08/2015', toMonth: '07/2019', words: 'Chuyên viên, Sở Nội vụ', level: 'province' },
        { line: 'training', kind: 'theory', name: 'Cao cấp lý luận chính trị', fromMonth: '09/2019', validTo: '01/02/2030' },
        { line: 'award', year: '2024', form: 'Bằng khen', issuer: 'Ủy ban nhân dân tỉnh' },
        { line: 'discipline', form: 'reprimand', decidedOn: '01/02/2020', endsOn: '01/02/2021', reason: 'Thiếu trách nhiệm' },
      ]),
    })),
    'cadres: removeLine': of(board, async () => {
      const found = await row('select id, cadre_id from cadre_awards order by random() limit 1');
      return { cadreId: text(found.cadre_id), line: 'award', lineId: text(found.id) };
    }),
    'cadres: begin': of('truongban', async () => ({
      ...decision,
      cadreId: (await cadre()).cadreId,
      postId: (await post()).postId,
      kind: 'appointed',
      fromOn: shown,
      concurrent: 'yes',
      reason: 'Kiện toàn',
    })),
    'cadres: extend': of('truongban', async () => ({
      ...decision,
      ...(await appointment()),
      kind: random.pick(['reappointed', 'extended']),
      termEndsOn: '01/02/2034',
    })),
    'cadres: end': of('truongban', async () => ({
      ...decision,
      ...(await appointment()),
      endKind: random.pick(['moved', 'retired']),
    })),
    'cadres: reverse': of('truongban', async () => ({ ...(await appointment()), reason: 'Ghi nhầm người' })),
    'procedures: open': of(board, async () => ({
      postId: await oneOf('posts'),
      source: random.pick(['local', 'outside']),
      reason: 'Kiện toàn chức danh',
      openedOn: shown,
      policyAskedOn: shown,
      policyAskedNumber: '12-TTr/BTCTU',
    })),
    'procedures: answer': of(board, async () => ({
      ...(await procedure('not exists (select from procedure_steps s where s.procedure_id = x.id)')).which,
      policyAnsweredOn: shown,
      policyNumber: '31-CV/TU',
      policyApproved: random.pick(['yes', 'no']),
    })),
    'procedures: add': of(board, async () => ({ ...(await procedure('true')).which, cadreId: await oneOf('cadres') })),
    'procedures: remove': of(board, async () => {
      const { which, candidateId } = await procedure('true');
      return { ...which, candidateId };
    }),
    'procedures: record': of(board, sitting),
    'procedures: receive': of(board, async () => {
      const { which, candidateId } = await procedure('exists (select from procedure_candidates c where c.procedure_id = x.id)');
      return { ...which, candidateId, 'paper-health': shown, 'paper-biography': '', 'paper-assets': shown, dossierOn: shown };
    }),
    'procedures: conclude': of('truongban', async () => {
      const { which, candidateId } = await procedure('true');
      const appointed = { kind: 'appointed', fromOn: shown, termEndsOn: '', concurrent: 'yes', reason: 'Theo quy trình' };
      return { ...which, ...decision, ...appointed, candidateId };
    }),
    'procedures: stop': of(board, async () => ({
      ...(await procedure("x.reason = 'Kiện toàn chức danh'")).which,
      stopReason: 'Có vấn đề mới phát sinh',
    })),
    'procedures: decide': of('truongban', async () => {
      const held = await row(
        'select id, version from appointments where ended_on is null and not reversed order by random() limit 1',
      );
      const kind = random.pick(['reappointment', 'extension', 'transfer', 'secondment', 'resignation', 'removal']);
      const until = { until: '30/06/2028', postId: await oneOf('posts'), reason: 'Theo nguyện vọng' };
      return { ...decision, decision: kind, appointmentId: text(held.id), version: text(held.version), ...until };
    }),
    'members: add': of(officer, async () => ({ ...person(), cellId: (await cell()).id, entry: 'registered', entryOn: shown })),
    'members: edit': of(officer, async () => ({ ...person(), ...(await member()) })),
    'members: editPrivate': of(officer, async () => ({
      ...(await member()),
      ethnicity: 'Thái',
      religion: 'Không',
      citizenId: '001080001234',
      health: 'Tốt',
    })),
    'members: recordEvent': of(officer, async () => ({
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
    'members: reverseEvent': of(officer, async () => {
      const {
        id,
        member_id: memberId,
        version: kept,
      } = await row(
        'select e.id, e.member_id, m.version from member_events e join members m on m.id = e.member_id order by e.id desc limit 1',
      );
      return { memberId: text(memberId), version: text(kept), eventId: text(id), reason: 'Ghi nhầm người' };
    }),
    'members/import: upload': of(lister, () => ({ unitId: text(dongSon), noSecrets: 'yes', file: list })),
    'members/import: chooseColumns': of(lister, async () => {
      const { headers, ...which } = await imported('started_at is null and committed_at is null');
      const fields = ['ordinal', 'fullName', 'gender', 'born', 'joined', 'official', 'cardNumber', 'cell'];
      return { ...which, ...Object.fromEntries(headers.map((_, place) => [`column-${place}`, fields[place] ?? ''])) };
    }),
    'members/import: decide': of(lister, async () => ({
      ...(await version("counts ? 'new' and committed_at is null")),
      'row-2': 'add',
      'row-3': 'skip',
    })),
    'members/import: start': of(lister, () => version("counts ? 'new' and committed_at is null")),
    'members/import: stop': of(lister, () => version('committed_at is null')),
    'members/import: takeBack': of(lister, async () => ({
      ...(await version('committed_at is not null and taken_back_at is null')),
      reason: 'Nhập nhầm tệp',
    })),
    'meetings: start': of(secretary, () => ({
      cellId: own,
      month: monthOf(today),
      kind: random.pick(['thematic', 'extraordinary']),
    })),
    'meetings/[meetingId]: accept': of(officer, () => meeting('submitted_at is not null and accepted_at is null')),
    'meetings/[meetingId]: returnToCell': of(officer, async () => ({
      ...(await meeting('submitted_at is not null and accepted_at is null')),
      reason: 'Thiếu ý kiến của đảng viên',
    })),
    'meetings/[meetingId]/minutes: save': of(secretary, () => minutes()),
    'meetings/[meetingId]/minutes: submit': of(secretary, () => minutes({ accepted: true })),
  };
}
