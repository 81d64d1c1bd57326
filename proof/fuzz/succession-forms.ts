import { board, type Given, head, of, text } from './given';

/** Forms of succession planning that the demo province would accept. */
export function successionForms({ decision, row, any, random, today, shown, unit, letters }: Given) {
  const planList = async (state = 'submitted_at is null') => {
    const { id, version } = await any('succession_lists', `approved_at is null and ${state}`);
    return { listId: id, version };
  };
  const planned = async (state: string) => {
    const { id, version } = await any('succession_entries', state);
    return { entryId: id, version };
  };
  return {
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
    'succession: sendBack': of(head, async () => ({
      ...(await planList('submitted_at is not null')),
      note: 'Bổ sung cán bộ nữ',
    })),
    'succession: approve': of(head, async () => ({
      ...(await planList('submitted_at is not null')),
      ...decision,
      approved: random.id(today),
    })),
    'succession: takeOut': of(head, async () => ({
      ...(await planned('approved_on is not null and left_on is null')),
      ...decision,
      leftReason: random.pick(['moved', 'over_age', 'wish']),
      leftOn: shown,
      reason: '',
    })),
  };
}
