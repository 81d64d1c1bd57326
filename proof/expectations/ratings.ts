import { type ActionCase, act, decision, forPurpose, of, ofUnit, page, people, type RouteCase, type Target } from './cases';

const ofRating = ({ rating }: Target) => ({ ratingId: rating, version: '1' });
const ofClass = ({ trainingClass }: Target) => ({ classId: trainingClass, version: '1' });
const newClass = {
  kind: 'update',
  name: 'Cập nhật kiến thức đợt thử',
  fromOn: '01/06/2026',
  toOn: '05/06/2026',
  planned: '20',
};

export const routes: readonly RouteCase[] = [
  ofUnit('/ratings', 'rating.read'),
  ofUnit('/ratings/new', 'rating.write'),
  page('/ratings/own', ['rating.self']),
  of('/ratings/[groupId]', 'rating.read', ({ ratingGroup }) => `/ratings/${ratingGroup}`, people),
  of('/ratings/[groupId]/[ratingId]', 'rating.read', ({ ratingGroup, rating }) => `/ratings/${ratingGroup}/${rating}`, people),
  of('/ratings/[groupId]/add', 'rating.write', ({ ratingGroup }) => `/ratings/${ratingGroup}/add`, people),
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
    ...forPurpose,
  }),
  of('/trainings/[classId]', 'training.read', ({ trainingClass }) => `/trainings/${trainingClass}`),
  of('/trainings/[classId]/edit', 'training.write', ({ trainingClass }) => `/trainings/${trainingClass}/edit`),
  of('/print/trainings/[classId]', 'training.read', ({ trainingClass }) => `/print/trainings/${trainingClass}`),
  ofUnit('/print/trainings/needs', 'training.read'),
  ofUnit('/staffing', 'staffing.read'),
  ofUnit('/staffing/quotas', 'staffing.write'),
  ofUnit('/print/staffing', 'staffing.read'),
  of('/staffing/export', 'cadre.export', () => '/staffing/export', {
    needs: ['cadre.export', 'staffing.read'],
    ...forPurpose,
  }),
];

export const actions: readonly ActionCase[] = [
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
  act('ratings', 'add', 'rating.write', ({ ratingGroup, unit }) => ({
    groupId: ratingGroup,
    version: '1',
    [`pick-${unit}`]: 'yes',
  })),
  act('ratings', 'recordSelf', 'rating.write', (target) => ({ ...ofRating(target), points: '88' })),
  act('ratings', 'enterOwn', 'rating.self', (target, { today }) => ({
    ...ofRating(target),
    selfPoints: '88',
    selfLevel: 'good',
    selfReason: 'Hoàn thành các chỉ tiêu được giao',
    selfOn: today,
  })),
  act('ratings', 'propose', 'rating.write', (target) => ({ ...ofRating(target), level: 'good', reason: 'Theo kết luận' })),
  act('ratings', 'remove', 'rating.write', ofRating),
  act('ratings', 'decide', 'rating.decide', ({ ratingGroup, rating }, around) => ({
    ...decision(around),
    signer: 'Nông Văn Hiệp',
    groupId: ratingGroup,
    version: '1',
    [`level-${rating}`]: 'good',
  })),
  act('ratings', 'revise', 'rating.decide', (target, around) => ({
    ...decision(around),
    signer: 'Nông Văn Hiệp',
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
];
