import { HD03, HD12, PROVINCE, QD24, STATUTE, unsure } from './bases';
import { days, shaped, share, times } from './kinds';
import { RUBRICS, Rubric } from './rubrics';

export const MEETING_RULES = {
  'meeting.regular': times('Sinh hoạt thường kỳ mỗi tháng', 1, STATUTE),
  'meeting.thematic': times('Sinh hoạt chuyên đề mỗi quý, ít nhất', 1, HD12),
  'meeting.quorum': share(
    'Buổi sinh hoạt có đủ người',
    { numerator: 2, denominator: 3, over: false, base: 'expected' },
    unsure(PROVINCE),
  ),
  'meeting.submit.days': days('Nộp biên bản, kể từ ngày họp', 5, unsure(PROVINCE)),
  'vote.ordinary': share(
    'Chi bộ biểu quyết nghị quyết, kết luận',
    { numerator: 1, denominator: 2, over: true, base: 'voting' },
    unsure(STATUTE),
  ),
  'vote.congress': share('Đại hội hợp lệ', { numerator: 2, denominator: 3, over: false, base: 'summoned' }, unsure(QD24)),
  'online.condition': share(
    'Họp trực tuyến khi không thể tập trung',
    { numerator: 1, denominator: 2, over: true, base: 'expected' },
    HD03,
  ),
  'score.rubric': shaped('Khung chấm điểm buổi sinh hoạt', Rubric, showRubric, RUBRICS.phuTho, unsure(PROVINCE)),
};

function showRubric({ groups, bands }: Rubric): string {
  return `${groups.map(({ label, max }) => `${label} ${max}`).join(' · ')}; tốt từ ${bands.good}, khá từ ${bands.fair}, trung bình từ ${bands.average} điểm`;
}
