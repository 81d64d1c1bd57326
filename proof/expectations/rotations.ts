import { type ActionCase, act, decision, forPurpose, of, ofUnit, page, people, type RouteCase, type Target } from './cases';

const ofRotation = ({ rotation }: Target) => ({ rotationId: rotation, version: '1' });

export const routes: readonly RouteCase[] = [
  ofUnit('/rotations', 'rotation.read'),
  page('/rotations/plans', ['rotation.read']),
  ofUnit('/rotations/plans/new', 'rotation.write'),
  of('/rotations/plans/[planId]', 'rotation.read', ({ rotationPlan }) => `/rotations/plans/${rotationPlan}`, people),
  of('/rotations/[rotationId]', 'rotation.read', ({ rotation }) => `/rotations/${rotation}`, people),
  page('/rotations/new', ['rotation.write']),
  page('/rotations/past', ['rotation.write']),
  page('/rotations/planner', ['rotation.read']),
  ofUnit('/rotations/flow', 'rotation.read'),
  ofUnit('/rotations/reported', 'rotation.read'),
  of('/rotations/export', 'cadre.export', () => '/rotations/export', forPurpose),
  ofUnit('/print/rotations/list', 'rotation.read'),
  ofUnit('/print/rotations/flow', 'rotation.read'),
];

export const actions: readonly ActionCase[] = [
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
  act('rotations', 'takeBack', ['rotation.approve', 'appointment.decide'], ({ stay }) => ({
    ...{ rotationId: stay, version: '1', entry: 'begun', reason: 'Ghi nhầm người' },
  })),
  act(
    'rotations',
    'recordPast',
    'rotation.write',
    ({ cadre }) => ({
      ...{
        cadreId: cadre,
        basis: 'a',
        placement: 'returned',
        startedOn: '03/2014',
        endedOn: '05/2017',
        decisionNumber: '12-QĐ/HU',
      },
      ...{ fromTitle: 'Trưởng phòng', fromUnitName: 'Sở Nội vụ', fromLevel: 'agency' },
      ...{ toTitle: 'Phó Bí thư Huyện ủy', toUnitName: 'Đảng bộ huyện Tân Bình', toLevel: 'district' },
    }),
    { spoilt: () => ({ endedOn: '02/2014' }) },
  ),
  act('rotations', 'takeBackRecord', 'rotation.write', ({ stay }) => ({
    ...{ rotationId: stay, version: '1', reason: 'Ghi trùng' },
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
];
