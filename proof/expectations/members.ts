import { type ActionCase, act, forPurpose, of, ofUnit, people, type RouteCase, type Target } from './cases';

const person = {
  fullName: 'Nguyễn Văn Mới',
  sex: 'male',
  born: '01/01/1980',
  joined: '01/01/2005',
  official: '01/01/2006',
};
const ofMember = ({ member }: Target) => ({ memberId: member, version: '1' });
const ofImport = (target: Target) => ({ importId: target.import, version: '1' });

export const routes: readonly RouteCase[] = [
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
  of('/members/export', 'member.export', () => '/members/export', forPurpose),
];

export const actions: readonly ActionCase[] = [
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
];
