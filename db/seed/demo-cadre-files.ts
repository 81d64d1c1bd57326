import { addMonths, monthOf } from '@/domain/calendar';
import type { SeedCadre } from './demo-cadres';
import type { Random } from './random';

type Row = Record<string, unknown>;

/** The lines of the files: work by months, training, awards, and the few disciplines. */
export function fileRows(random: Random, cadres: readonly SeedCadre[], today: string, officer: string) {
  const lines = {
    cadre_history: [] as Row[],
    cadre_trainings: [] as Row[],
    cadre_awards: [] as Row[],
    cadre_disciplines: [] as Row[],
  };
  for (const cadre of cadres) {
    const own = () => ({
      id: random.id('2025-07-01'),
      cadre_id: cadre.id,
      entered_by: officer,
      entered_at: '2025-07-15T09:00:00+07:00',
    });
    lines.cadre_history.push(...historyOf(random, cadre).map((line) => ({ ...own(), ...line })));
    lines.cadre_trainings.push(...trainingOf(random, cadre, today).map((line) => ({ ...own(), ...line })));
    for (let left = random.int(0, 2); left > 0; left -= 1) lines.cadre_awards.push({ ...own(), ...award(random) });
    if (random.chance(0.03)) lines.cadre_disciplines.push({ ...own(), ...discipline(random, today) });
  }
  return lines;
}

/** Who gives which award, and how their decisions are signed. */
const AWARDS = {
  'Bằng khen': [
    ['Ủy ban nhân dân tỉnh', '/QĐ-UBND'],
    ['Ban Thường vụ Tỉnh ủy', '-QĐ/TU'],
  ],
  'Giấy khen': [
    ['Ban Thường vụ Đảng ủy', '-QĐ/ĐU'],
    ['Ủy ban nhân dân huyện', '/QĐ-UBND'],
  ],
  'Chiến sĩ thi đua cơ sở': [
    ['Ủy ban nhân dân huyện', '/QĐ-UBND'],
    ['Sở Nội vụ', '/QĐ-SNV'],
  ],
} as const;

function award(random: Random): Row {
  const year = random.int(2016, 2024);
  const form = random.pick(['Bằng khen', 'Giấy khen', 'Chiến sĩ thi đua cơ sở', 'Bằng khen'] as const);
  const [issuer, symbol] = random.pick<readonly [string, string]>(AWARDS[form]);
  return { year, form, issuer, decision_number: `${random.int(40, 2900)}${symbol}` };
}

function discipline(random: Random, today: string): Row {
  const decidedOn = addMonths(today, -random.int(4, 50));
  const form = random.pick(['reprimand', 'reprimand', 'warning']);
  return {
    form,
    decided_on: decidedOn,
    ends_on: addMonths(decidedOn, 12),
    issuer: 'Ủy ban Kiểm tra Tỉnh ủy',
    decision_number: `${random.int(11, 240)}-QĐ/UBKTTU`,
    reason: 'Thiếu trách nhiệm trong lãnh đạo, chỉ đạo thực hiện nhiệm vụ được giao',
  };
}

/** From the first job to the title held now; every month belongs to one line. */
function historyOf(random: Random, { person, holdings, post }: SeedCadre): Row[] {
  const main = holdings.filter((holding) => !holding.post.body);
  const start = monthOf(`${person.birthYear + 23}-09-01`);
  const first = monthOf(main[0]?.fromOn ?? '2025-07-01');
  const years = Number(first.slice(0, 4)) - Number(start.slice(0, 4));
  const middle = monthOf(addMonths(`${start.slice(0, 7)}-01`, Math.max(12, Math.floor(years / 2) * 12)));
  const level = post.level === 'commune' || random.chance(0.35) ? 'commune' : 'district';
  const early: Row[] =
    years > 2
      ? [
          line(
            start,
            middle,
            level === 'commune' ? 'Công chức Văn phòng – Thống kê, Ủy ban nhân dân xã' : 'Chuyên viên, Phòng Nội vụ huyện',
            level,
          ),
          line(
            middle,
            first,
            ...random.pick<readonly [string, string]>([
              ['Phó Trưởng phòng, cơ quan cấp huyện', 'district'],
              ['Chuyên viên, Sở Nội vụ', 'province'],
              ['Phó Chủ tịch Ủy ban nhân dân xã', 'commune'],
            ]),
          ),
        ]
      : [line(start, first, 'Chuyên viên', 'district')];
  const held = main.map((holding) =>
    line(monthOf(holding.fromOn), holding.endedOn && monthOf(holding.endedOn), holding.post.title, holding.post.level),
  );
  return [...early.filter((each) => String(each.from_month) < first), ...held];
}

/** `until` is the month in which the next line begins. */
const line = (from: string, until: string | null, words: string, level: string): Row => ({
  from_month: from.slice(0, 7),
  to_month: until && addMonths(`${until.slice(0, 7)}-01`, -1).slice(0, 7),
  words,
  level,
});

function trainingOf(random: Random, { person, post }: SeedCadre, today: string): Row[] {
  const year = person.birthYear + 18;
  const row = (
    kind: string,
    name: string,
    school: string,
    from: number,
    to: number,
    form: string,
    certificate: string,
    validTo: string | null = null,
  ): Row => ({
    kind,
    name,
    school,
    from_month: `${from}-09`,
    to_month: `${to}-06`,
    form,
    certificate,
    valid_to: validTo,
    class_id: null,
  });
  const lines = [
    row(
      'professional',
      'Đại học',
      random.pick(['Học viện Hành chính', 'Đại học Luật Hà Nội', 'Đại học Nông nghiệp', 'Đại học Sư phạm']),
      year,
      year + 4,
      'Chính quy',
      'Bằng cử nhân',
    ),
  ];
  if (post.grade >= 65 && person.birthYear % 7)
    lines.push(
      row(
        'theory',
        'Cao cấp lý luận chính trị',
        'Học viện Chính trị khu vực I',
        2015,
        2017,
        'Không tập trung',
        'Bằng tốt nghiệp',
      ),
    );
  else
    lines.push(
      row('theory', 'Trung cấp lý luận chính trị', 'Trường Chính trị tỉnh', 2016, 2018, 'Không tập trung', 'Bằng tốt nghiệp'),
    );
  if (person.birthYear % 5)
    lines.push(
      row(
        'defence',
        `Bồi dưỡng kiến thức quốc phòng và an ninh đối tượng ${post.grade >= 65 ? 2 : 3}`,
        'Bộ Chỉ huy Quân sự tỉnh',
        2021,
        2022,
        'Tập trung',
        'Giấy chứng nhận',
      ),
    );
  if (random.chance(0.25))
    lines.push(
      row(
        'language',
        'Tiếng Anh B1',
        'Đại học Ngoại ngữ',
        2024,
        2025,
        'Kỳ thi',
        'Chứng chỉ',
        addMonths(today, random.int(-4, 14)),
      ),
    );
  return lines;
}
