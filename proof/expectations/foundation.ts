import { type ActionCase, act, decision, of, ofUnit, page, people, type RouteCase, type Target } from './cases';

const self = (name: string, fields: ActionCase['fields'] = () => ({})): ActionCase => ({
  file: 'app/(board)/account/actions.ts',
  name,
  needs: 'self',
  targeted: false,
  fields,
});
const ofAccount = ({ account }: Target) => ({ accountId: account, version: '1' });
const QUARTER = '2026-Q1';
const inQuarter = (address: string) => address.replace('[period]', QUARTER);

export const routes: readonly RouteCase[] = [
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
  ofUnit('/units', 'unit.read'),
  of('/units/[unitId]', 'unit.read', ({ unit }) => `/units/${unit}`),
  ofUnit('/units/new', 'unit.change', {}, 'parent'),
  of('/units/[unitId]/rename', 'unit.change', ({ unit }) => `/units/${unit}/rename`, { above: true }),
  of('/units/[unitId]/close', 'unit.change', ({ unit }) => `/units/${unit}/close`, { above: true }),
];

export const actions: readonly ActionCase[] = [
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
  act(
    'rules',
    'add',
    'rule.change',
    () => ({ ruleKey: 'admission.age', validFrom: '01/01/2099', citation: 'Quy định 12-QĐ/TU ngày 05/3/2026', value: 'x' }),
    { targeted: false, provinceWide: true },
  ),
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
