import type { Permission } from '@/domain/access/offices';
import { formatDate } from '@/domain/calendar';
import { PLANNED_TERM } from './planning-world';
import type { Fields } from './visitor';

/** The records of one unit, of each kind that an address or a form can name. Versions are 1. */
export type Target = {
  unit: string;
  member: string;
  cadre: string;
  post: string;
  /** With all its steps held, for another title. */
  procedure: string;
  candidate: string;
  appointment: string;
  pause: string;
  event: string;
  draft: string;
  submitted: string;
  import: string;
  account: string;
  held: string;
  session: string;
  rotation: string;
  stay: string;
  rotationPlan: string;
  planLine: string;
  ratingGroup: string;
  rating: string;
  trainingClass: string;
  turn: string;
  staffingChange: string;
  /** A title that nobody is planned for, a round of planning, the unit's list in it and the cadre's name on it for `post`. */
  freePost: string;
  campaign: string;
  list: string;
  name: string;
};
/** What forms need besides: a member of one's own unit, an account without an office, a list to upload. */
export type Around = { ownMember: string; freeAccount: string; list: File; today: string };

/**
 * needs: every right that it stands on, each over the target; 'self': signed in is enough; 'open': nobody has to be.
 * above: the unit above decides, so the right must reach the target's parent. provinceWide: only a right over everything counts.
 */
type Stands = { needs: readonly Permission[] | 'self' | 'open'; above?: true; provinceWide?: true };

export type RouteCase = Stands & {
  address: string;
  /** Where it stands for a target; without parameter the target does not matter. */
  path: ((target: Target) => string) | (() => string);
  targeted: boolean;
  /** The answer to who may; 200 unless said. */
  status?: number;
  /** Who has this right over the target, but not `needs`, is sent on to where they may look. */
  orElse?: Permission;
  post?: (target: Target) => Record<string, string>;
  /** Shows people: without the door's scope it must still be not found. Others may then show the open facts of a unit, and nothing of its people. */
  people?: true;
};

export type ActionCase = Stands & {
  file: string;
  name: string;
  /** What sets two cases of one action apart. */
  of?: string;
  targeted: boolean;
  /** A form that would be carried out, were the right there. */
  fields: (target: Target, around: Around) => Fields;
  /** Laid over it for those who may, so that a rule (not the right) refuses and the next one finds everything unchanged. */
  spoilt?: (target: Target, around: Around) => Fields;
};

const page = (address: string, needs: Stands['needs'], more: Partial<RouteCase> = {}): RouteCase => ({
  address,
  needs,
  path: () => address,
  targeted: false,
  ...more,
});
const of = (
  address: string,
  permission: Permission,
  path: (target: Target) => string,
  more: Partial<RouteCase> = {},
): RouteCase => ({
  address,
  needs: [permission],
  path,
  targeted: true,
  ...more,
});
const ofUnit = (address: string, permission: Permission, more: Partial<RouteCase> = {}, parameter = 'unit') =>
  of(address, permission, ({ unit }) => `${address}?${parameter}=${unit}`, more);

const QUARTER = '2026-Q1';
const inQuarter = (address: string) => address.replace('[period]', QUARTER);
const people = { people: true } as const;

/** Every page and route handler with the right it stands for. A route of the build that is missing here fails the test, one that is gone too. */
export const ROUTES: readonly RouteCase[] = [
  page('/', ['desk.read']),
  page('/account', 'self'),
  page('/account/one-time-code', 'self'),
  page('/account/password', 'self'),
  page('/help', 'self'),
  page('/sign-in', 'open', { status: 307 }),
  page('/api/health', 'open'),
  page('/api/auth/[...nextauth]', 'open', { path: () => '/api/auth/csrf' }),
  page('/icon.svg', 'open'),
  page('/_not-found', 'open', { path: () => '/no-such-page', status: 404 }),
  page('/_global-error', 'open', { status: 404 }),

  page('/accounts', ['account.manage']),
  page('/accounts/new', ['account.manage']),
  of('/accounts/[accountId]', 'account.manage', ({ account }) => `/accounts/${account}`, people),
  page('/audit', ['audit.read']),
  page('/print/audit/anchors', ['audit.read'], { provinceWide: true }),
  page('/rules', ['rule.read']),
  page('/rules/[key]', ['rule.read'], { path: () => '/rules/admission.age' }),

  page('/briefings', ['briefing.read'], { status: 307 }),
  of('/briefings/[period]', 'briefing.read', ({ unit }) => `/briefings/${QUARTER}?unit=${unit}`),
  of('/briefings/[period]/rows', 'briefing.read', ({ unit }) => `/briefings/${QUARTER}/rows?unit=${unit}&figure=stockEnd`),
  page('/briefings/[period]/chart', ['briefing.read'], {
    path: () => `${inQuarter('/briefings/[period]/chart')}?of=admitted&values=1_2`,
  }),
  of('/briefings/[period]/xlsx', 'briefing.read', ({ unit }) => `${inQuarter('/briefings/[period]/xlsx')}?unit=${unit}`),
  of('/print/briefings/[period]', 'briefing.read', ({ unit }) => `/print/briefings/${QUARTER}?unit=${unit}`),
  ofUnit('/targets', 'briefing.read'),

  ofUnit('/meetings', 'minutes.read'),
  of('/meetings/[meetingId]', 'minutes.read', ({ submitted }) => `/meetings/${submitted}`, people),
  of('/meetings/[meetingId]/docx', 'minutes.read', ({ submitted }) => `/meetings/${submitted}/docx`, people),
  of('/print/minutes/[meetingId]', 'minutes.read', ({ submitted }) => `/print/minutes/${submitted}`, people),
  of('/meetings/[meetingId]/minutes', 'minutes.write', ({ draft }) => `/meetings/${draft}/minutes`, {
    ...people,
    orElse: 'minutes.read',
  }),

  ofUnit('/members', 'member.read'),
  of('/members/[memberId]', 'member.read', ({ member }) => `/members/${member}`, people),
  of('/members/[memberId]/edit', 'member.edit', ({ member }) => `/members/${member}/edit`, people),
  of('/members/[memberId]/sensitive', 'member.sensitive', ({ member }) => `/members/${member}/sensitive`, people),
  of('/members/[memberId]/events/new', 'member.event', ({ member }) => `/members/${member}/events/new`, people),
  of('/members/[memberId]/events/[eventId]', 'member.event', ({ member, event }) => `/members/${member}/events/${event}`, people),
  ofUnit('/members/new', 'member.edit'),
  ofUnit('/members/import', 'member.import'),
  of('/members/import/[importId]', 'member.import', (target) => `/members/import/${target.import}`, people),
  of('/members/import/[importId]/left-out', 'member.import', (target) => `/members/import/${target.import}/left-out`, people),
  of('/members/export', 'member.export', () => '/members/export', {
    post: ({ unit }) => ({ unit, purpose: 'Phục vụ kiểm tra quyền' }),
  }),

  ofUnit('/posts', 'post.read'),
  ofUnit('/posts/vacancies', 'post.read'),
  page('/posts/pauses', ['post.read']),
  ofUnit('/posts/new', 'post.change'),
  of('/posts/[postId]', 'post.read', ({ post }) => `/posts/${post}`, people),
  of('/posts/[postId]/edit', 'post.change', ({ post }) => `/posts/${post}/edit`, people),
  of('/posts/[postId]/end', 'post.change', ({ post }) => `/posts/${post}/end`, people),

  ofUnit('/cadres', 'cadre.read'),
  page('/cadres/new', ['cadre.edit']),
  of('/cadres/[cadreId]', 'cadre.read', ({ cadre }) => `/cadres/${cadre}`, people),
  of('/cadres/[cadreId]/edit', 'cadre.edit', ({ cadre }) => `/cadres/${cadre}/edit`, people),
  of('/cadres/[cadreId]/lines/[line]', 'cadre.edit', ({ cadre }) => `/cadres/${cadre}/lines/history`, people),
  of('/cadres/[cadreId]/appointments/new', 'appointment.decide', ({ cadre }) => `/cadres/${cadre}/appointments/new`, people),
  of(
    '/cadres/[cadreId]/appointments/[appointmentId]',
    'appointment.decide',
    ({ cadre, appointment }) => `/cadres/${cadre}/appointments/${appointment}`,
    people,
  ),
  of('/cadres/export', 'cadre.export', () => '/cadres/export', {
    post: ({ unit }) => ({ unit, purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  ofUnit('/print/cadres/list', 'cadre.read'),
  of('/print/cadres/[cadreId]/resume', 'cadre.read', ({ cadre }) => `/print/cadres/${cadre}/resume`, people),
  of('/print/cadres/[cadreId]/biography', 'cadre.read', ({ cadre }) => `/print/cadres/${cadre}/biography`, people),

  ofUnit('/cadres/alarms', 'cadre.read'),
  ofUnit('/cadres/alarms/terms', 'cadre.read'),
  ofUnit('/cadres/alarms/retirements', 'cadre.read'),
  ofUnit('/cadres/alarms/certificates', 'cadre.read'),
  page('/cadres/alarms/chart', ['cadre.read'], { path: () => '/cadres/alarms/chart?from=2026-11&values=0_2' }),
  of('/cadres/eligibility', 'cadre.read', ({ cadre, post }) => `/cadres/eligibility?cadre=${cadre}&post=${post}`, people),
  of(
    '/print/cadres/eligibility',
    'cadre.read',
    ({ cadre, post }) => `/print/cadres/eligibility?cadre=${cadre}&post=${post}`,
    people,
  ),

  ofUnit('/rotations', 'rotation.read'),
  page('/rotations/plans', ['rotation.read']),
  ofUnit('/rotations/plans/new', 'rotation.write'),
  of('/rotations/plans/[planId]', 'rotation.read', ({ rotationPlan }) => `/rotations/plans/${rotationPlan}`, people),
  of('/rotations/[rotationId]', 'rotation.read', ({ rotation }) => `/rotations/${rotation}`, people),
  page('/rotations/new', ['rotation.write']),
  page('/rotations/planner', ['rotation.read']),
  ofUnit('/rotations/flow', 'rotation.read'),
  ofUnit('/rotations/reported', 'rotation.read'),
  of('/rotations/export', 'cadre.export', () => '/rotations/export', {
    post: ({ unit }) => ({ unit, purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  ofUnit('/print/rotations/list', 'rotation.read'),
  ofUnit('/print/rotations/flow', 'rotation.read'),
  ofUnit('/ratings', 'rating.read'),
  ofUnit('/ratings/new', 'rating.write'),
  of('/ratings/[groupId]', 'rating.read', ({ ratingGroup }) => `/ratings/${ratingGroup}`, people),
  of('/ratings/[groupId]/[ratingId]', 'rating.read', ({ ratingGroup, rating }) => `/ratings/${ratingGroup}/${rating}`, people),
  of('/ratings/[groupId]/export', 'cadre.export', ({ ratingGroup }) => `/ratings/${ratingGroup}/export`, {
    ...people,
    needs: ['cadre.export', 'rating.read'],
    post: () => ({ purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  of('/print/ratings/[groupId]', 'rating.read', ({ ratingGroup }) => `/print/ratings/${ratingGroup}`, people),

  ofUnit('/trainings', 'training.read'),
  ofUnit('/trainings/needs', 'training.read'),
  ofUnit('/trainings/new', 'training.write'),
  of('/trainings/needs/export', 'cadre.export', () => '/trainings/needs/export', {
    needs: ['cadre.export', 'training.read'],
    post: ({ unit }) => ({ unit, purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  of('/trainings/[classId]', 'training.read', ({ trainingClass }) => `/trainings/${trainingClass}`),
  of('/trainings/[classId]/edit', 'training.write', ({ trainingClass }) => `/trainings/${trainingClass}/edit`),

  ofUnit('/staffing', 'staffing.read'),
  ofUnit('/staffing/quotas', 'staffing.write'),
  ofUnit('/print/staffing', 'staffing.read'),
  of('/staffing/export', 'cadre.export', () => '/staffing/export', {
    needs: ['cadre.export', 'staffing.read'],
    post: ({ unit }) => ({ unit, purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  page('/succession', ['succession.read']),
  ofUnit('/succession/board', 'succession.read'),
  ofUnit('/succession/training', 'succession.read'),
  ofUnit('/succession/new', 'succession.write'),
  of(
    '/succession/compare',
    'succession.read',
    ({ campaign, post, cadre }) => `/succession/compare?campaign=${campaign}&title=${post}&person=${cadre}`,
    people,
  ),
  of('/succession/[campaignId]', 'succession.read', ({ campaign }) => `/succession/${campaign}`, people),
  of('/succession/[campaignId]/[listId]', 'succession.read', ({ campaign, list }) => `/succession/${campaign}/${list}`, people),
  of(
    '/succession/[campaignId]/[listId]/votes',
    'succession.write',
    ({ campaign, list }) => `/succession/${campaign}/${list}/votes`,
    people,
  ),
  of(
    '/succession/[campaignId]/[listId]/[entryId]',
    'succession.read',
    ({ campaign, list, name }) => `/succession/${campaign}/${list}/${name}`,
    people,
  ),
  of('/succession/export', 'cadre.export', () => '/succession/export', {
    needs: ['cadre.export', 'succession.read'],
    post: ({ list }) => ({ kind: 'list', id: list, format: 'xlsx', purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  of('/print/succession/[listId]', 'succession.read', ({ list }) => `/print/succession/${list}`, people),
  of(
    '/print/succession/summary/[campaignId]',
    'succession.read',
    ({ campaign }) => `/print/succession/summary/${campaign}`,
    people,
  ),

  ofUnit('/procedures', 'procedure.read'),
  page('/procedures/new', ['procedure.write']),
  of('/procedures/[procedureId]', 'procedure.read', ({ procedure }) => `/procedures/${procedure}`, people),
  of('/procedures/[procedureId]/candidates', 'procedure.write', ({ procedure }) => `/procedures/${procedure}/candidates`, people),
  of(
    '/procedures/[procedureId]/steps/[number]',
    'procedure.write',
    ({ procedure }) => `/procedures/${procedure}/steps/2`,
    people,
  ),
  of(
    '/procedures/[procedureId]/papers/[candidateId]',
    'procedure.read',
    ({ procedure, candidate }) => `/procedures/${procedure}/papers/${candidate}`,
    people,
  ),
  of('/procedures/[procedureId]/decision', 'appointment.decide', ({ procedure }) => `/procedures/${procedure}/decision`, people),
  of(
    '/procedures/decisions/[appointmentId]',
    'appointment.decide',
    ({ appointment }) => `/procedures/decisions/${appointment}`,
    people,
  ),
  of('/print/procedures/[procedureId]', 'procedure.read', ({ procedure }) => `/print/procedures/${procedure}`, people),
  of(
    '/print/procedures/[procedureId]/steps/[number]',
    'procedure.read',
    ({ procedure }) => `/print/procedures/${procedure}/steps/2`,
    people,
  ),

  ofUnit('/units', 'unit.read'),
  of('/units/[unitId]', 'unit.read', ({ unit }) => `/units/${unit}`),
  ofUnit('/units/new', 'unit.change', {}, 'parent'),
  of('/units/[unitId]/rename', 'unit.change', ({ unit }) => `/units/${unit}/rename`, { above: true }),
  of('/units/[unitId]/close', 'unit.change', ({ unit }) => `/units/${unit}/close`, { above: true }),
];

const stale = () => ({ version: '999' });
const decision = ({ today }: Around) => ({
  decisionNumber: '7-QĐ/ĐU',
  decisionDate: today,
  issuer: 'Đảng ủy',
  effectiveOn: today,
});
/** A decision of a day that has not come: a rule refuses it, whoever asks. */
const tomorrow = () => ({ decisionDate: '01/01/2099' });
const learning = { theory: 'middle', professional: 'university', administration: 'none', retirementRule: 'normal' };
const title = (around: Around) => ({
  ...decision(around),
  code: 'MA-THU',
  title: 'Trưởng phòng Kinh tế',
  system: 'state',
  level: 'commune',
  tier: 'committee',
  rank: 'head',
  elected: 'no',
  grade: '50',
  seats: '1',
  validFrom: around.today,
});
const person = {
  fullName: 'Nguyễn Văn Mới',
  sex: 'male',
  born: '01/01/1980',
  joined: '01/01/2005',
  official: '01/01/2006',
};

const self = (name: string, fields: ActionCase['fields'] = () => ({})): ActionCase => ({
  file: 'app/(board)/account/actions.ts',
  name,
  needs: 'self',
  targeted: false,
  fields,
});
const act = (
  file: string,
  name: string,
  needs: Permission | readonly Permission[],
  fields: ActionCase['fields'],
  more: Partial<ActionCase> = {},
): ActionCase => ({
  file: `app/(board)/${file}/actions.ts`,
  name,
  needs: typeof needs === 'string' ? [needs] : needs,
  targeted: true,
  fields,
  spoilt: stale,
  ...more,
});

const ofAccount = ({ account }: Target) => ({ accountId: account, version: '1' });
const ofMember = ({ member }: Target) => ({ memberId: member, version: '1' });
const ofRotation = ({ rotation }: Target) => ({ rotationId: rotation, version: '1' });
const ofRating = ({ rating }: Target) => ({ ratingId: rating, version: '1' });
const ofClass = ({ trainingClass }: Target) => ({ classId: trainingClass, version: '1' });
const newClass = {
  kind: 'update',
  name: 'Cập nhật kiến thức đợt thử',
  fromOn: '01/06/2026',
  toOn: '05/06/2026',
  planned: '20',
};
const ofList = ({ list }: Target) => ({ listId: list, version: '1' });
const given = { decisionNumber: '7-QĐ/ĐU', decisionDate: '02/02/2026', issuer: 'Đảng ủy', signer: 'Bí thư' };
const ofProcedure = ({ procedure }: Target) => ({ procedureId: procedure, version: '1' });
const ofImport = (target: Target) => ({ importId: target.import, version: '1' });

/** Every action with the right it stands for and a form that names the target. */
export const ACTIONS: readonly ActionCase[] = [
  { file: 'app/sign-in/actions.ts', name: 'signIn', needs: 'open', targeted: false, fields: () => ({}) },
  { file: 'app/sign-in/actions.ts', name: 'enterCode', needs: 'open', targeted: false, fields: () => ({}) },
  self('change'),
  self('begin'),
  self('confirm', () => ({ code: '000000' })),
  self('turnOff'),
  self('endOthers'),
  self('endSession', ({ session }) => ({ sessionId: session })),
  self('signOut'),

  act(
    'accounts',
    'create',
    'account.manage',
    () => ({ username: `nguoi.moi.${Math.random().toString(36).slice(2)}`, fullName: 'Người Mới' }),
    {
      targeted: false,
      spoilt: undefined,
    },
  ),
  act('accounts', 'disable', 'account.manage', ofAccount),
  act('accounts', 'enable', 'account.manage', ofAccount),
  act('accounts', 'reset', 'account.manage', ofAccount),
  act(
    'accounts',
    'give',
    'account.manage',
    ({ account, unit }) => ({ accountId: account, unitId: unit, office: 'cell_secretary', heldFrom: '01/01/2026' }),
    { of: 'to an account', spoilt: () => ({ office: 'cell_committee_member' }) },
  ),
  act(
    'accounts',
    'give',
    'account.manage',
    ({ unit }, { freeAccount }) => ({ accountId: freeAccount, unitId: unit, office: 'cell_secretary', heldFrom: '01/01/2026' }),
    { of: 'in a unit', spoilt: ({ account }) => ({ accountId: account, office: 'cell_committee_member' }) },
  ),
  act('accounts', 'end', 'account.manage', ({ held }, { today }) => ({ heldId: held, version: '1', heldTo: today })),
  act('accounts', 'requireCode', 'account.manage', () => ({ office: 'log_inspector', require: 'no', version: '1' }), {
    targeted: false,
    provinceWide: true,
  }),

  act('briefings/[period]', 'freeze', 'briefing.freeze', ({ unit }) => ({ unitId: unit, period: QUARTER, version: '0' })),
  act('briefings/[period]', 'reopen', 'briefing.freeze', ({ unit }) => ({
    unitId: unit,
    period: '2025-Q4',
    version: '1',
    reason: 'Nhầm số liệu',
  })),

  act('meetings', 'start', 'minutes.write', ({ unit }) => ({ cellId: unit, month: '2026-01-01', kind: 'thematic' }), {
    spoilt: () => ({ month: '2099-01-01' }),
  }),
  act('meetings/[meetingId]', 'accept', 'minutes.accept', ({ submitted }) => ({ meetingId: submitted, version: '1' })),
  act('meetings/[meetingId]', 'returnToCell', 'minutes.accept', ({ submitted }) => ({
    meetingId: submitted,
    version: '1',
    reason: 'Thiếu nghị quyết',
  })),
  act('meetings/[meetingId]/minutes', 'save', 'minutes.write', ({ draft }) => ({
    meetingId: draft,
    version: '1',
    json: '{"minutes":{"place":"Nhà văn hóa"}}',
  })),
  act('meetings/[meetingId]/minutes', 'submit', 'minutes.write', ({ draft }) => ({
    meetingId: draft,
    version: '1',
    json: '{"minutes":{"place":"Nhà văn hóa"},"accepted":true}',
  })),

  act('posts', 'add', 'post.change', ({ unit }, around) => ({ ...title(around), unitId: unit }), { spoilt: tomorrow }),
  act('posts', 'change', 'post.change', ({ post }, around) => ({ ...title(around), postId: post, version: '1' })),
  act('posts', 'end', 'post.change', ({ post }, around) => ({
    ...decision(around),
    postId: post,
    version: '1',
    endsOn: around.today,
  })),
  act('posts', 'pause', 'post.change', ({ unit }, { today }) => ({ unitId: unit, fromOn: today, reason: 'Sắp xếp tổ chức' }), {
    spoilt: () => ({ toOn: '01/01/2020' }),
  }),
  act('posts', 'endPausing', 'post.change', (target, { today }) => ({ pauseId: target.pause, version: '1', toOn: today })),

  // The committee directly under the province keeps the file of whoever holds no title: no office in a cell reaches it.
  act('cadres', 'open', 'cadre.edit', ({ member }) => ({ memberId: member }), { provinceWide: true, spoilt: undefined }),
  act('cadres', 'edit', 'cadre.edit', ({ cadre }) => ({ ...learning, cadreId: cadre, version: '1' })),
  act('cadres', 'addLine', 'cadre.edit', ({ cadre }) => ({ cadreId: cadre, line: 'award', year: '2024', form: 'Giấy khen' }), {
    spoilt: () => ({ year: '2099' }),
  }),
  act('cadres', 'removeLine', 'cadre.edit', ({ cadre, event }) => ({ cadreId: cadre, line: 'award', lineId: event }), {
    spoilt: undefined,
  }),
  act(
    'cadres',
    'begin',
    'appointment.decide',
    ({ cadre, post }, around) => ({ ...decision(around), cadreId: cadre, postId: post, kind: 'appointed', fromOn: around.today }),
    { spoilt: tomorrow },
  ),
  act('cadres', 'extend', 'appointment.decide', ({ appointment }, around) => ({
    ...decision(around),
    appointmentId: appointment,
    version: '1',
    kind: 'reappointed',
    termEndsOn: '01/01/2032',
  })),
  act('cadres', 'end', 'appointment.decide', ({ appointment }, around) => ({
    ...decision(around),
    appointmentId: appointment,
    version: '1',
    endKind: 'moved',
  })),
  act('cadres', 'reverse', 'appointment.decide', ({ appointment, event }) => ({
    appointmentId: appointment,
    version: '1',
    eventId: event,
    reason: 'Ghi nhầm người',
  })),

  act('members', 'add', 'member.edit', ({ unit }) => ({ ...person, cellId: unit, entry: 'registered' }), {
    spoilt: () => ({ phone: '1' }),
  }),
  act('members', 'edit', 'member.edit', (target) => ({ ...person, ...ofMember(target) })),
  act('members', 'editPrivate', ['member.edit', 'member.sensitive'], (target) => ({ ...ofMember(target), health: 'Tốt' })),
  act(
    'members',
    'recordEvent',
    'member.event',
    (target, { today }) => ({
      ...ofMember(target),
      kind: 'exempt',
      effectiveOn: today,
      reason: 'Sức khỏe yếu',
    }),
    { of: 'of a member' },
  ),
  act(
    'members',
    'recordEvent',
    'member.event',
    ({ unit }, { ownMember, today }) => ({
      memberId: ownMember,
      version: '1',
      kind: 'moved',
      effectiveOn: today,
      toCellId: unit,
    }),
    { of: 'into a cell', spoilt: () => ({ effectiveOn: '01/01/2099' }) },
  ),
  act('members', 'reverseEvent', 'member.event', (target) => ({
    ...ofMember(target),
    eventId: target.event,
    reason: 'Ghi nhầm người',
  })),

  act('members/import', 'upload', 'member.import', ({ unit }, { list }) => ({ unitId: unit, noSecrets: 'yes', file: list }), {
    spoilt: undefined,
  }),
  act('members/import', 'chooseColumns', 'member.import', (target) => ({
    ...ofImport(target),
    'column-0': 'fullName',
    'column-1': 'born',
    'column-2': 'joined',
  })),
  act('members/import', 'decide', 'member.import', (target) => ({ ...ofImport(target), 'row-3': 'add' })),
  act('members/import', 'start', 'member.import', ofImport),
  act('members/import', 'stop', 'member.import', ofImport),
  act('members/import', 'takeBack', 'member.import', (target) => ({ ...ofImport(target), reason: 'Nhầm tệp' })),

  act(
    'rotations',
    'draft',
    'rotation.write',
    ({ unit }) => ({ unitId: unit, title: 'Kế hoạch thử', year: '2027', purpose: 'Theo nhu cầu' }),
    { spoilt: () => ({ year: '27' }) },
  ),
  act('rotations', 'addLine', 'rotation.write', ({ rotationPlan, freePost }) => ({
    ...{ planId: rotationPlan, version: '1', postId: freePost, need: 'Xã khó khăn', form: 'designated' },
    ...{ startsMonth: '03/2027', months: '36', expected: 'returned' },
  })),
  act('rotations', 'dropLine', 'rotation.write', ({ rotationPlan, planLine }) => ({
    ...{ planId: rotationPlan, version: '1', lineId: planLine },
  })),
  act('rotations', 'approve', 'rotation.approve', ({ rotationPlan }, around) => ({
    ...decision(around),
    ...{ planId: rotationPlan, version: '1' },
  })),
  act(
    'rotations',
    'propose',
    'rotation.write',
    ({ cadre, freePost }, { today }) => ({
      ...{ cadreId: cadre, postId: freePost, basis: 'c', startsOn: today, expected: 'returned' },
      exceptionReason: 'Thường vụ thống nhất',
    }),
    { spoilt: () => ({ basis: 'x' }) },
  ),
  act('rotations', 'step', 'rotation.write', (target, { today }) => ({
    ...ofRotation(target),
    step: 'consulted',
    heldOn: today,
  })),
  act('rotations', 'withdraw', 'rotation.write', (target) => ({ ...ofRotation(target), reason: 'Chọn phương án khác' })),
  act('rotations', 'start', ['rotation.approve', 'appointment.decide'], (target, around) => ({
    ...decision(around),
    ...ofRotation(target),
    ...{ startedOn: around.today, exceptionReason: 'Theo kết luận' },
  })),
  act('rotations', 'rate', 'rotation.write', ({ stay }) => ({ rotationId: stay, version: '1', year: '2024', level: 'good' })),
  act('rotations', 'extend', 'rotation.approve', ({ stay }, around) => ({
    ...decision(around),
    ...{ rotationId: stay, version: '1', until: '01/01/2030' },
  })),
  act('rotations', 'end', 'rotation.approve', ({ stay }, around) => ({
    ...decision(around),
    ...{ rotationId: stay, version: '1', endedOn: around.today, placement: 'stayed' },
  })),
  act(
    'rotations',
    'report',
    'rotation.write',
    ({ unit }) => ({
      ...{ unitId: unit, title: 'Số liệu thử', source: 'Báo cáo thử', fromMonth: '01/2010', toMonth: '10/2018', total: '164' },
    }),
    { spoilt: () => ({ total: 'x' }) },
  ),
  act(
    'ratings',
    'open',
    'rating.write',
    ({ unit }) => ({
      unitId: unit,
      subject: 'collective',
      year: '2025',
      quarter: '4',
      name: 'Nhóm thử',
      [`pick-${unit}`]: 'yes',
    }),
    { spoilt: () => ({ year: '2099' }) },
  ),
  act('ratings', 'recordSelf', 'rating.write', (target) => ({ ...ofRating(target), points: '88' })),
  act('ratings', 'propose', 'rating.write', (target) => ({ ...ofRating(target), level: 'good', reason: 'Theo kết luận' })),
  act('ratings', 'remove', 'rating.write', ofRating),
  act('ratings', 'decide', 'rating.decide', ({ ratingGroup, rating }, around) => ({
    ...decision(around),
    groupId: ratingGroup,
    version: '1',
    [`level-${rating}`]: 'good',
  })),
  act('ratings', 'revise', 'rating.decide', (target, around) => ({
    ...decision(around),
    ...ofRating(target),
    level: 'good',
    reason: 'Có kết luận kiểm tra',
  })),
  act('trainings', 'open', 'training.write', ({ unit }) => ({ ...newClass, unitId: unit }), { spoilt: () => ({ name: '' }) }),
  act('trainings', 'edit', 'training.write', (target) => ({ ...newClass, ...ofClass(target) })),
  act('trainings', 'send', 'training.write', (target) => ({ ...ofClass(target), [`pick-${target.member}`]: 'yes' }), {
    spoilt: undefined,
  }),
  act('trainings', 'takeOut', 'training.write', ({ turn }) => ({ turnId: turn }), { spoilt: undefined }),
  act('trainings', 'saveResults', 'training.write', (target) => ({ ...ofClass(target), [`result-${target.turn}`]: 'failed' })),
  act(
    'staffing',
    'assign',
    'staffing.write',
    ({ unit }) => ({ parentId: unit, year: '2026', kind: 'officials', [`assigned-${unit}`]: '5', [`inPost-${unit}`]: '' }),
    { spoilt: ({ unit }) => ({ [`was-assigned-${unit}`]: '999' }) },
  ),
  act(
    'staffing',
    'record',
    'staffing.write',
    ({ unit }, { today }) => ({ unitId: unit, kind: 'officials', reason: 'retired', persons: '1', effectiveOn: today }),
    { spoilt: () => ({ effectiveOn: '01/01/2099' }) },
  ),
  act('staffing', 'reverse', 'staffing.write', ({ staffingChange }) => ({ changeId: staffingChange, note: 'Ghi nhầm đơn vị' }), {
    spoilt: () => ({ note: '' }),
  }),
  act(
    'procedures',
    'open',
    'procedure.write',
    ({ post }, { today }) => ({ postId: post, source: 'local', reason: 'Kiện toàn', openedOn: today, policyAskedOn: today }),
    { spoilt: () => ({ openedOn: '01/01/2099' }) },
  ),
  act('procedures', 'answer', 'procedure.write', (target, { today }) => ({
    ...ofProcedure(target),
    policyAnsweredOn: today,
    policyNumber: '8-CV/TU',
    policyApproved: 'yes',
  })),
  act('procedures', 'add', 'procedure.write', (target) => ({ ...ofProcedure(target), cadreId: target.cadre })),
  act('procedures', 'remove', 'procedure.write', (target) => ({ ...ofProcedure(target), candidateId: target.candidate })),
  act('procedures', 'record', 'procedure.write', (target, { today }) => ({
    ...ofProcedure(target),
    number: '3',
    heldOn: today,
    againReason: 'Trình lại',
  })),
  act('procedures', 'receive', 'procedure.write', (target, { today }) => ({
    ...ofProcedure(target),
    candidateId: target.candidate,
    'paper-health': today,
  })),
  act('procedures', 'conclude', 'appointment.decide', (target, around) => ({
    ...ofProcedure(target),
    ...decision(around),
    candidateId: target.candidate,
    kind: 'appointed',
    fromOn: around.today,
    ends: target.appointment,
  })),
  act('procedures', 'stop', 'procedure.write', (target) => ({ ...ofProcedure(target), stopReason: 'Có vấn đề mới' })),
  act('procedures', 'decide', 'appointment.decide', ({ appointment }, around) => ({
    ...decision(around),
    decision: 'resignation',
    appointmentId: appointment,
    version: '1',
  })),

  act(
    'rules',
    'add',
    'rule.change',
    () => ({ ruleKey: 'admission.age', validFrom: '01/01/2099', citation: 'Quy định 12-QĐ/TU ngày 05/3/2026', value: 'x' }),
    { targeted: false, provinceWide: true },
  ),
  act(
    'succession',
    'open',
    'succession.write',
    ({ unit }) => ({
      ...{
        unitId: unit,
        name: 'Quy hoạch nhiệm kỳ sau',
        kind: 'new',
        termKind: 'party',
        termFrom: '01/06/2035',
        termTo: '01/06/2040',
      },
      ...{ countedOn: '01/01/2026', dueOn: '01/06/2026', dueOwnOn: '01/07/2026' },
    }),
    { spoilt: () => ({ termFrom: formatDate(PLANNED_TERM.from), termTo: formatDate(PLANNED_TERM.to) }) },
  ),
  act('succession', 'close', 'succession.write', ({ campaign }) => ({ campaignId: campaign, version: '1' })),
  act('succession', 'setDue', 'succession.write', (target) => ({ ...ofList(target), dueOn: '01/06/2027' })),
  act(
    'succession',
    'propose',
    'succession.write',
    ({ list, freePost, cadre }) => ({
      listId: list,
      postId: freePost,
      cadreId: cadre,
      source: 'local',
      standing: 'first',
      reason: 'Thử',
    }),
    { spoilt: ({ list }) => ({ postId: list }) },
  ),
  act('succession', 'withdraw', 'succession.write', ({ name }) => ({ entryId: name, version: '1', note: 'Xin rút' })),
  act('succession', 'vote', 'succession.write', (target) => ({
    ...ofList(target),
    ...{ step: 'key', heldOn: '01/02/2026', summoned: '40', [`votes-${target.name}`]: '30' },
  })),
  act('succession', 'submit', 'succession.write', ofList),
  act('succession', 'sendBack', 'succession.approve', (target) => ({ ...ofList(target), note: 'Bổ sung cán bộ nữ' })),
  act('succession', 'approve', 'succession.approve', (target) => ({ ...ofList(target), ...given, approved: target.name })),
  act('succession', 'takeOut', 'succession.approve', ({ name }, { today }) => ({
    ...{ entryId: name, version: '1', leftReason: 'moved', leftOn: today },
    ...given,
  })),
  act(
    'targets',
    'save',
    'target.set',
    ({ unit }) => ({ parentId: unit, year: '2026', [`value-${unit}`]: '5', [`before-${unit}`]: '' }),
    { spoilt: ({ unit }) => ({ [`before-${unit}`]: '999' }) },
  ),

  act(
    'units',
    'found',
    'unit.change',
    ({ unit }, around) => ({ ...decision(around), parentId: unit, name: 'Tổ đảng số 1', kind: 'T' }),
    { spoilt: () => ({ kind: 'P' }) },
  ),
  act(
    'units',
    'rename',
    'unit.change',
    ({ unit }, around) => ({ ...decision(around), unitId: unit, version: '1', name: 'Chi bộ mang tên mới' }),
    { above: true },
  ),
  act('units', 'close', 'unit.change', ({ unit }, around) => ({ ...decision(around), unitId: unit, version: '1', note: '' }), {
    above: true,
  }),
];
