import { type Given, of, text } from './given';

const LEVELS = ['outstanding', 'good', 'done', 'failed'];

/** Forms of ratings, classes and staffing that the demo province would accept. */
export function personnelForms({ row, random, today, shown, decision, dongSon }: Given) {
  const rating = async (where: string) => {
    const found = await row(`select id, version from ratings where ${where} order by random() limit 1`);
    return { ratingId: text(found.id), version: text(found.version) };
  };
  const course = async () => {
    const found = await row('select id, version from training_classes order by random() limit 1');
    return { classId: text(found.id), version: text(found.version) };
  };
  const committee = async () =>
    text((await row("select id from units where kind = 'U' and closed_on is null order by random() limit 1")).id);
  const province = async () => text((await row('select id from units where parent_id is null')).id);
  const classFields = {
    kind: 'theory',
    theory: 'middle',
    name: 'Trung cấp lý luận chính trị',
    fromOn: shown,
    toOn: shown,
    planned: '40',
    others: '2',
  };
  return {
    'ratings: open': of('chuyenvien', async () => ({
      unitId: await province(),
      subject: 'collective',
      year: today.slice(0, 4),
      quarter: '1',
      name: `Đảng ủy các xã ${random.int(1, 9999)}`,
      [`pick-${await committee()}`]: 'yes',
    })),
    'ratings: add': of('chuyenvien', async () => {
      const group = await row(
        "select id, version from rating_groups where decided_at is null and subject = 'collective' order by random() limit 1",
      );
      return { groupId: text(group.id), version: text(group.version), [`pick-${await committee()}`]: 'yes' };
    }),
    'ratings: recordSelf': of('chuyenvien', async () => ({
      ...(await rating('level is null')),
      ...{
        points: '87,5',
        assigned: '12',
        done: '12',
        onTime: '11',
        above: '10',
        disciplined: '0',
        selfLevel: random.pick(LEVELS),
        selfOn: shown,
      },
    })),
    'ratings: enterOwn': of('canbo.dongson', async () => {
      const own = await row(
        'select id, self_version as version from ratings where rated_unit_id = $1 order by level nulls first limit 1',
        [dongSon.id],
      );
      return {
        ...{ ratingId: text(own.id), version: text(own.version), selfPoints: '88,5', selfOn: shown },
        ...{ selfLevel: random.pick(LEVELS), selfReason: 'Hoàn thành các chỉ tiêu được giao' },
      };
    }),
    'ratings: propose': of('chuyenvien', async () => ({
      ...(await rating('level is null')),
      level: random.pick(LEVELS),
      reason: 'Theo kết luận của tập thể lãnh đạo',
    })),
    'ratings: remove': of('chuyenvien', () => rating('level is null')),
    'ratings: decide': of('truongban', async () => {
      const group = await row(
        'select g.id, g.version, (select json_agg(r.id) from ratings r where r.group_id = g.id) as rows from rating_groups g where g.decided_at is null order by random() limit 1',
      );
      const rows = (group.rows as string[] | null | undefined) ?? [];
      return {
        ...decision,
        groupId: text(group.id),
        version: text(group.version),
        overReason: 'Cấp có thẩm quyền đồng ý',
        ...Object.fromEntries(rows.map((id) => [`level-${id}`, random.pick(LEVELS)])),
      };
    }),
    'ratings: revise': of('truongban', async () => ({
      ...decision,
      ...(await rating('level is not null')),
      level: random.pick(LEVELS),
      reason: 'Có kết luận kiểm tra',
    })),
    'trainings: open': of('chuyenvien', async () => ({ ...classFields, unitId: await province() })),
    'trainings: edit': of('chuyenvien', async () => ({ ...classFields, ...(await course()) })),
    'trainings: send': of('chuyenvien', async () => ({
      classId: (await course()).classId,
      [`pick-${text((await row("select id from members where status = 'official' order by random() limit 1")).id)}`]: 'yes',
    })),
    'trainings: takeOut': of('chuyenvien', async () => ({
      turnId: text((await row("select id from training_turns where result = 'enrolled' order by random() limit 1")).id),
    })),
    'trainings: saveResults': of('chuyenvien', async () => {
      const turn = await row(
        'select t.id, c.id as class_id, c.version from training_turns t join training_classes c on c.id = t.class_id order by random() limit 1',
      );
      return {
        classId: text(turn.class_id),
        version: text(turn.version),
        [`result-${text(turn.id)}`]: 'passed',
        [`certificate-${text(turn.id)}`]: '12/2026',
      };
    }),
    'staffing: assign': of('chuyenvien', async () => {
      const id = await committee();
      const now = await row(
        "select assigned, in_post from staffing_quotas where unit_id = $1 and year = $2 and kind = 'officials'",
        [id, Number(today.slice(0, 4))],
      );
      return {
        ...{ parentId: id, year: today.slice(0, 4), kind: 'officials', source: 'Quyết định 12-QĐ/TU', asOf: shown },
        [`assigned-${id}`]: String(random.int(10, 90)),
        [`inPost-${id}`]: String(random.int(10, 90)),
        [`was-assigned-${id}`]: text(now.assigned),
        [`was-inPost-${id}`]: text(now.in_post),
      };
    }),
    'staffing: record': of('chuyenvien', async () => ({
      ...{
        unitId: await committee(),
        kind: 'officials',
        reason: 'retired',
        persons: '2',
        effectiveOn: shown,
        decisionNumber: '5-QĐ/TU',
        note: 'Đợt 1',
      },
    })),
    'staffing: reverse': of('chuyenvien', async () => ({
      changeId: text((await row('select id from staffing_changes where reverses_id is null order by random() limit 1')).id),
      note: 'Ghi nhầm đơn vị',
    })),
  };
}
