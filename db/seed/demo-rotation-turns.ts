import { addMonths } from '@/domain/calendar';
import { levelOfPost, type RotationLevel } from '@/domain/rotations/levels';
import type { RotationBasis } from '@/domain/rotations/words';
import type { SeedCadre, SeedHolding, SeedPost } from './demo-cadres';
import type { Asked, End, Turn } from './demo-rotation-rows';
import type { Random } from './random';

const REFORM = '2025-07-01';
const FORMER = [
  ['Trưởng phòng', 'Ban Tổ chức Tỉnh ủy'],
  ['Trưởng phòng', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['Phó Chánh Văn phòng', 'Văn phòng Tỉnh ủy'],
  ['Trưởng phòng', 'Sở Giáo dục và Đào tạo'],
] as const;

const unitNames = ({ units }: Asked) =>
  new Map(units.rows.units.map(({ id, name, kind }) => [String(id), { name: String(name), kind: String(kind) }]));

/** A title of the catalogue as an end of a rotation. */
export function endOf(asked: Asked, post: SeedPost): End {
  const unit = unitNames(asked).get(post.unitId);
  return {
    postId: post.id,
    unitId: post.unitId,
    title: post.title,
    unitName: unit?.name ?? '',
    level: levelOfPost(post.level, unit?.kind ?? 'U'),
  };
}

/** A title and place of which only the names are left. */
export const words = (level: RotationLevel, title: string, unitName: string): End => ({
  ...{ postId: null, unitId: null, title, unitName, level },
});

/** To posts of the districts in their last term; all of them ended with the district level. */
export function toDistricts(random: Random, asked: Asked): Turn[] {
  const held = asked.cadres.flatMap((cadre) =>
    cadre.holdings.filter(({ post, endedOn }) => post.level === 'district' && endedOn).map((holding) => ({ cadre, holding })),
  );
  return held.slice(0, 7).map(({ cadre, holding }, at) => {
    const [title, unit] = FORMER[at % FORMER.length] ?? FORMER[0];
    const short = holding.fromOn > addMonths(REFORM, -36);
    return {
      cadre,
      from: words('agency', title, unit),
      to: endOf(asked, holding.post),
      basis: holding.post.outsider ? ('b' as const) : ('a' as const),
      startedOn: holding.fromOn,
      endedOn: REFORM,
      appointmentId: holding.id,
      placement: short || random.chance(0.5) ? ('elsewhere' as const) : ('higher' as const),
      placementTitle: cadre.post.title,
    };
  });
}

export const isMain = ({ post, endedOn }: SeedHolding) => !post.body && !endedOn;

/** Those who are out now: secretaries sent to communes at the reform, and district people at work in the province since two or three years. */
export function running(asked: Asked): Turn[] {
  const main = asked.cadres.flatMap((cadre) => cadre.holdings.filter(isMain).map((holding) => ({ cadre, holding })));
  const secretaries = main.filter(
    ({ cadre, holding: { post } }) =>
      post.outsider && post.level === 'commune' && cadre.holdings.filter((held) => !held.post.body).length === 1,
  );
  const down = secretaries.slice(0, 5).map(({ cadre, holding }, at) => {
    const [title, unit] = FORMER[at % FORMER.length] ?? FORMER[0];
    return turnOf(cadre, words('agency', title, unit), endOf(asked, holding.post), holding, 'b');
  });
  const [oldest, newest] = [addMonths(asked.today, -40), addMonths(asked.today, -9)];
  const chosen = new Set(down.map(({ cadre }) => cadre));
  const up = main
    .filter(
      ({ cadre, holding }) =>
        holding.post.level === 'province' &&
        !holding.post.elected &&
        !chosen.has(cadre) &&
        cadre.holdings.filter(({ post }) => !post.body).length === 1,
    )
    .filter(({ holding }) => holding.fromOn >= oldest && holding.fromOn <= newest)
    .toSorted((a, b) => (a.holding.fromOn < b.holding.fromOn ? -1 : 1))
    .slice(0, 5)
    .map(({ cadre, holding }, at) => {
      const from =
        holding.fromOn < REFORM && at % 2 === 0
          ? words('district', 'Phó Chủ nhiệm Ủy ban Kiểm tra Huyện ủy', 'Đảng bộ huyện Tân Bình')
          : words('agency', 'Phó Trưởng phòng', 'Sở Kế hoạch và Đầu tư');
      return turnOf(cadre, from, endOf(asked, holding.post), holding, 'a');
    });
  return [...down, ...up];
}

const turnOf = (cadre: SeedCadre, from: End, to: End, { fromOn, id }: SeedHolding, basis: RotationBasis): Turn => ({
  ...{ cadre, from, to, basis, startedOn: fromOn, endedOn: null, appointmentId: id, placement: null, placementTitle: null },
});
