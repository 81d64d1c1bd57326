import { board, type Given, head, of, text } from './given';
import type { Form } from './mutations';

/** Forms of posts and cadres that the demo province would accept. */
export function cadreForms({ decision, row, any, random, shown, dongSon, cadre, post, letters }: Given) {
  const ofCadre = async () => {
    const { id, version } = await cadre();
    return { cadreId: id, version };
  };
  const ofPost = async () => {
    const { id, version } = await post();
    return { postId: id, version };
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
  return {
    'posts: add': of(board, () => ({ ...title(), unitId: dongSon.id })),
    'posts: change': of(board, async () => ({ ...title(), ...(await ofPost()) })),
    'posts: end': of(board, async () => ({ ...decision, ...(await ofPost()), endsOn: shown })),
    'posts: pause': of(board, async () => ({
      unitId: dongSon.id,
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
    'cadres: open': of(board, async () => ({ memberId: (await any('members', "status = 'official'")).id })),
    'cadres: edit': of(board, async () => ({
      ...(await ofCadre()),
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
      cadreId: (await cadre()).id,
      ...random.pick<Form>([
        { line: 'history', fromMonth: '08/2015', toMonth: '07/2019', words: 'Chuyên viên, Sở Nội vụ', level: 'province' },
        { line: 'training', kind: 'theory', name: 'Cao cấp lý luận chính trị', fromMonth: '09/2019', validTo: '01/02/2030' },
        { line: 'award', year: '2024', form: 'Bằng khen', issuer: 'Ủy ban nhân dân tỉnh' },
        { line: 'discipline', form: 'reprimand', decidedOn: '01/02/2020', endsOn: '01/02/2021', reason: 'Thiếu trách nhiệm' },
      ]),
    })),
    'cadres: removeLine': of(board, async () => {
      const found = await row('select id, cadre_id from cadre_awards order by random() limit 1');
      return { cadreId: text(found.cadre_id), line: 'award', lineId: text(found.id), reason: 'Ghi nhầm người' };
    }),
    'cadres: begin': of(head, async () => ({
      ...decision,
      cadreId: (await cadre()).id,
      postId: (await post()).id,
      kind: 'appointed',
      fromOn: shown,
      concurrent: 'yes',
      reason: 'Kiện toàn',
      exceptionReason: 'Theo kết luận của Ban Thường vụ',
    })),
    'cadres: extend': of(head, async () => ({
      ...decision,
      ...(await appointment()),
      kind: random.pick(['reappointed', 'extended']),
      termEndsOn: '01/02/2034',
      noticedOn: '01/09/2026',
      exceptionReason: 'Theo kết luận của Ban Thường vụ',
    })),
    'cadres: end': of(head, async () => ({
      ...decision,
      ...(await appointment()),
      endKind: random.pick(['moved', 'retired']),
    })),
    'cadres: reverse': of(head, async () => ({ ...(await appointment()), reason: 'Ghi nhầm người' })),
  };
}
