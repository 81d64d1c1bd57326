import { type Given, of, text } from './given';

/** Forms of rotations that the demo province would accept. */
export function rotationForms({ row, random, today, shown, decision }: Given) {
  const rotation = async (where: string) => {
    const found = await row(`select id, version from rotations where ${where} order by random() limit 1`);
    return { rotationId: text(found.id), version: text(found.version) };
  };
  const plan = async () => {
    const found = await row('select id, version from rotation_plans where approved_at is null order by random() limit 1');
    return { planId: text(found.id), version: text(found.version) };
  };
  const post = async () =>
    text((await row('select id from posts where not body and valid_to is null order by random() limit 1')).id);
  const province = async () => text((await row('select id from units where parent_id is null')).id);
  const placement = () => random.pick(['returned', 'stayed', 'higher', 'elsewhere', 'retired']);
  const proposed = 'started_on is null and withdrawn_at is null';
  const running = 'started_on is not null and ended_on is null';
  return {
    'rotations: draft': of('chuyenvien', async () => ({
      ...{ unitId: await province(), title: `Kế hoạch luân chuyển ${random.int(1, 9999)}`, year: '2027' },
      ...{ purpose: 'Rèn luyện cán bộ quy hoạch\nqua cơ sở', policies: 'Nhà công vụ' },
    })),
    'rotations: addLine': of('chuyenvien', async () => ({
      ...(await plan()),
      ...{
        postId: await post(),
        need: 'Xã khó khăn',
        form: 'designated',
        startsMonth: '03/2027',
        months: '36',
        expected: placement(),
      },
    })),
    'rotations: dropLine': of('chuyenvien', async () => {
      const kept = await plan();
      const found = await row('select id from rotation_plan_lines where plan_id = $1 limit 1', [kept.planId]);
      return { ...kept, lineId: text(found.id) };
    }),
    'rotations: approve': of('truongban', async () => ({ ...decision, ...(await plan()) })),
    'rotations: propose': of('chuyenvien', async () => ({
      ...{ cadreId: text((await row('select id from cadres order by random() limit 1')).id), postId: await post(), lineId: '' },
      ...{
        basis: random.pick(['a', 'b', 'c']),
        startsOn: shown,
        until: '',
        plannedFor: 'Phó Giám đốc Sở',
        expected: placement(),
      },
      exceptionReason: 'Thường vụ thống nhất',
    })),
    'rotations: step': of('chuyenvien', async () => ({
      ...(await rotation(proposed)),
      ...{ step: random.pick(['appraised', 'submitted', 'announced']), heldOn: shown, note: 'Nhất trí' },
    })),
    'rotations: withdraw': of('chuyenvien', async () => ({ ...(await rotation(proposed)), reason: 'Chọn phương án khác' })),
    'rotations: start': of('truongban', async () => ({
      ...decision,
      ...(await rotation(proposed)),
      ...{ startedOn: shown, until: '', exceptionReason: 'Theo kết luận của Ban Thường vụ', reason: '' },
    })),
    'rotations: rate': of('chuyenvien', async () => ({
      ...(await rotation(running)),
      ...{ year: today.slice(0, 4), level: random.pick(['outstanding', 'good', 'done', 'failed']), note: 'Cố gắng' },
    })),
    'rotations: extend': of('truongban', async () => ({
      ...decision,
      ...(await rotation(running)),
      until: '01/02/2031',
      reason: 'Cần thêm thời gian',
    })),
    'rotations: end': of('truongban', async () => ({
      ...decision,
      ...(await rotation(running)),
      ...{ endedOn: shown, placement: 'stayed', postId: '', resultNote: 'Tốt', exceptionReason: 'Theo nguyện vọng' },
    })),
    'rotations: takeBack': of('truongban', async () => ({
      ...(await rotation(running)),
      ...{ entry: random.pick(['begun', 'begun', 'extended', 'ended']), reason: 'Ghi nhầm người' },
    })),
    'rotations: recordPast': of('chuyenvien', async () => ({
      cadreId: text((await row('select id from cadres order by random() limit 1')).id),
      ...{ fromTitle: 'Trưởng phòng Nội vụ', fromUnitName: 'Đảng bộ huyện Tân Bình', fromLevel: 'district' },
      ...{ toTitle: 'Bí thư Đảng ủy xã Tân Lập', toUnitName: 'Đảng bộ xã Tân Lập', toLevel: random.pick(['commune', 'agency']) },
      ...{ basis: random.pick(['a', 'b', 'c']), startedOn: `0${random.int(1, 9)}/2004`, endedOn: '12/05/2007' },
      ...{ decisionNumber: '12-QĐ/HU', decisionDate: '20/02/2004', issuer: 'Huyện ủy', signer: 'Lò Văn Hặc', source: '' },
      ...{ placement: placement(), placementTitle: 'Phó Bí thư Huyện ủy', resultNote: 'Tốt\nĐược tín nhiệm' },
    })),
    'rotations: takeBackRecord': of('chuyenvien', async () => ({
      ...(await rotation('recorded and started_on is not null')),
      reason: 'Ghi trùng',
    })),
    'rotations: report': of('chuyenvien', async () => ({
      ...{ unitId: await province(), reportId: '', title: 'Luân chuyển 2010–2018', source: 'Báo cáo 12-BC/TU', note: '' },
      ...{
        fromMonth: '01/2010',
        toMonth: '10/2018',
        total: '164',
        vertical: '126',
        'turns-province-district': text(random.int(0, 90)),
      },
    })),
  };
}
