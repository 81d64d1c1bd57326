import { board, type Given, head, of, text } from './given';

/** Forms of procedures that the demo province would accept. */
export function procedureForms({ decision, row, random, shown, cadre, post }: Given) {
  const procedure = async (where: string) => {
    const found = await row(
      `select x.id, x.version, (select c.id from procedure_candidates c where c.procedure_id = x.id and c.removed_at is null limit 1) as candidate
       from procedures x where x.concluded_on is null and ${where} order by random() limit 1`,
    );
    return { which: { procedureId: text(found.id), version: text(found.version) }, candidateId: text(found.candidate) };
  };
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
  return {
    'procedures: open': of(board, async () => ({
      postId: (await post()).id,
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
    'procedures: add': of(board, async () => ({ ...(await procedure('true')).which, cadreId: (await cadre()).id })),
    'procedures: remove': of(board, async () => {
      const { which, candidateId } = await procedure('true');
      return { ...which, candidateId };
    }),
    'procedures: record': of(board, sitting),
    'procedures: receive': of(board, async () => {
      const { which, candidateId } = await procedure('exists (select from procedure_candidates c where c.procedure_id = x.id)');
      return { ...which, candidateId, 'paper-health': shown, 'paper-biography': '', 'paper-assets': shown, dossierOn: shown };
    }),
    'procedures: conclude': of(head, async () => {
      const { which, candidateId } = await procedure('true');
      const appointed = { kind: 'appointed', fromOn: shown, termEndsOn: '', concurrent: 'yes', reason: 'Theo quy trình' };
      return { ...which, ...decision, ...appointed, candidateId, exceptionReason: 'Theo kết luận của Ban Thường vụ' };
    }),
    'procedures: openToRenew': of(board, async () => {
      const held = await row(
        'select id, version from appointments where term_ends_on is not null and ended_on is null and not reversed order by random() limit 1',
      );
      const which = { appointmentId: text(held.id), version: text(held.version) };
      return { ...which, reason: 'Hết thời hạn giữ chức vụ', openedOn: shown };
    }),
    'procedures: renew': of(head, async () => {
      const { which } = await procedure('x.holding_id is not null');
      const renewed = { decision: random.pick(['reappointment', 'extension']), until: '', exceptionReason: 'Theo kết luận' };
      return { ...which, ...decision, ...renewed, effectiveOn: shown, reason: 'Theo quy trình' };
    }),
    'procedures: stop': of(board, async () => ({
      ...(await procedure("x.reason = 'Kiện toàn chức danh'")).which,
      stopReason: 'Có vấn đề mới phát sinh',
    })),
    'procedures: decide': of(head, async () => {
      const held = await row(
        'select id, version from appointments where ended_on is null and not reversed order by random() limit 1',
      );
      const kind = random.pick(['reappointment', 'extension', 'transfer', 'secondment', 'resignation', 'removal']);
      const doubted = { noticedOn: shown, exceptionReason: 'Theo kết luận của Ban Thường vụ' };
      const until = { until: '30/06/2028', postId: (await post()).id, reason: 'Theo nguyện vọng', ...doubted };
      return { ...decision, decision: kind, appointmentId: text(held.id), version: text(held.version), ...until };
    }),
  };
}
