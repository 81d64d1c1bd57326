import {
  type ActionCase,
  type Around,
  act,
  decision,
  forPurpose,
  of,
  ofUnit,
  page,
  people,
  type RouteCase,
  tomorrow,
} from './cases';

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

export const routes: readonly RouteCase[] = [
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
  of('/cadres/export', 'cadre.export', () => '/cadres/export', forPurpose),
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
];

export const actions: readonly ActionCase[] = [
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
  act(
    'cadres',
    'removeLine',
    'cadre.edit',
    ({ cadre, event }) => ({ ...{ cadreId: cadre, line: 'award', lineId: event }, reason: 'Ghi nhầm người' }),
    {
      spoilt: () => ({ reason: '' }),
    },
  ),
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
];
