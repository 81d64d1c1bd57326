import { z } from 'zod';
import { THEORY } from '@/domain/cadres/codes';
import { CT35, CT45, HD90, KL28, ND83, ND135, ND170, PROVINCE, QD57, QD65, QD366, QD377, unsure } from './bases';
import { choice, days, list, months, people, percent, range, shaped, share, times, whole, workingDays, years } from './kinds';
import { ROADMAP, Roadmap, roadmapWords } from './roadmap';
import { ROTATION_RULES } from './rotations';

const bands = z
  .object({ outstanding: whole(100), good: whole(100), done: whole(100) })
  .refine(({ outstanding, good, done }) => outstanding > good && good > done, {
    path: ['good'],
    message: 'Các mức phải giảm dần: xuất sắc, tốt, hoàn thành.',
  });

const reduction = z
  .object({ percent: whole(100), base: whole(2100), end: whole(2100) })
  .refine(({ base, end }) => base < end, { path: ['end'], message: 'Năm cuối phải sau năm gốc.' });

const cut = (label: string, percentage: number) =>
  shaped(
    label,
    reduction,
    ({ percent: share, base, end }) => `ít nhất ${share}% đến năm ${end} so với năm ${base}`,
    { percent: percentage, base: 2021, end: 2026 },
    unsure(KL28),
  );

const objectGroup = (label: string, value: number) =>
  shaped(
    label,
    z.number('Giá trị phải là một số.').int().min(1, 'Đối tượng từ 1 đến 4.').max(4, 'Đối tượng từ 1 đến 4.'),
    (group) => `đối tượng ${group}`,
    value,
    unsure(HD90),
  );

export const RATING_RULES = {
  'class.bands': shaped(
    'Mức điểm xếp loại: xuất sắc / tốt / hoàn thành',
    bands,
    (value) => `từ ${value.outstanding} / ${value.good} / ${value.done} điểm`,
    { outstanding: 90, good: 70, done: 50 },
    QD366,
  ),
  'class.extra': percent('Xuất sắc: khối lượng vượt yêu cầu, ít nhất', 30, QD366),
  'class.late': percent('Hoàn thành: việc chậm hạn, tối đa', 20, QD366),
  'class.cap': percent('Số “xuất sắc”, tối đa trên số “hoàn thành tốt”', 20, unsure(QD366)),
  'class.cap.outstanding': percent('Số “xuất sắc” ở nơi nổi trội, tối đa', 25, unsure(QD366)),
  'class.cap.base': choice(
    'Số làm gốc khi tính trần “xuất sắc”',
    'good-or-better',
    { 'good-or-better': 'số được xếp “hoàn thành tốt” trở lên', good: 'số được xếp “hoàn thành tốt”' },
    unsure(QD366),
  ),
  'class.ontime': percent('Xuất sắc, tốt: việc xong đúng hạn và bảo đảm chất lượng', 100, QD366),
  'class.done': percent('Hoàn thành: việc đã xong', 100, QD366),
  'class.failed.years': years('“Không hoàn thành nhiệm vụ” liên tiếp: phải xem xét cho thôi giữ chức', 2, unsure(QD377)),
  'class.strip': years('Số năm xếp loại ghi bên họ tên cán bộ', 3, unsure(ND170)),
};

export const TRAINING_RULES = {
  'theory.province': choice('Lý luận chính trị: chức danh diện tỉnh quản lý', 'advanced', THEORY, unsure(QD57)),
  'theory.committee': choice('Lý luận chính trị: cấp phòng; cấp ủy viên, lãnh đạo đoàn thể cấp xã', 'middle', THEORY, QD57),
  'theory.cell': choice('Lý luận chính trị: cấp ủy chi bộ', 'basic', THEORY, unsure(QD57)),
  'defence.province': objectGroup('Kiến thức quốc phòng, an ninh: chức danh diện tỉnh quản lý', 2),
  'defence.committee': objectGroup('Kiến thức quốc phòng, an ninh: cấp phòng, cấp ủy cấp xã', 3),
  'defence.cell': objectGroup('Kiến thức quốc phòng, an ninh: cấp ủy chi bộ', 4),
};

export const STAFFING_RULES = {
  'staffing.officials': cut('Giảm biên chế cán bộ, công chức', 5),
  'staffing.employees': cut('Giảm biên chế viên chức hưởng lương từ ngân sách', 10),
};

const measuringMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Viết năm và tháng dạng yyyy-mm, ví dụ 2025-09.');
const measuring = z.object({
  grassroots: measuringMonth,
  above: measuringMonth,
  commune: measuringMonth,
  province: measuringMonth,
  state: measuringMonth,
});
const monthText = (month: string) => month.split('-').reverse().join('/');

export const CADRE_RULES = {
  'retire.roadmap': shaped('Lộ trình tuổi nghỉ hưu trong điều kiện bình thường', Roadmap, roadmapWords, ROADMAP, ND135),
  'retire.women': years('Nữ giữ chức vụ được nghỉ hưu ở tuổi cao hơn', 60, unsure(ND83)),
  'retire.shift': months('Nghỉ hưu sớm hoặc muộn hơn lộ trình, tối đa', 60, ND135),
  'retire.outlook': years('Dự báo nghỉ hưu, số năm tới', 5, unsure(PROVINCE)),
  'plan.persons': people('Quy hoạch một chức danh, nhiều nhất', 3, QD377),
  'plan.titles': times('Một người được quy hoạch ở một cấp, nhiều nhất', 3, QD377),
  'plan.persons.min': people('Quy hoạch một chức danh, ít nhất (chỉ nhắc)', 2, unsure(QD377)),
  'plan.women': percent('Cán bộ nữ trong quy hoạch (tham chiếu)', 25, unsure(QD377)),
  'plan.young': percent('Cán bộ trẻ trong quy hoạch (tham chiếu)', 15, unsure(QD377)),
  'plan.young.age': years('Cán bộ trẻ là dưới', 40, unsure(QD377)),
  'plan.minority': percent('Cán bộ dân tộc thiểu số trong quy hoạch (0: theo tình hình địa bàn)', 0, unsure(QD377)),
  'plan.brackets': list(
    'Ba độ tuổi trong quy hoạch, ít nhất (dưới, giữa, trên; độ tuổi nào cũng phải có người)',
    [10, 40, 0],
    whole(100),
    '%',
    unsure(CT35),
  ),
  'plan.terms': times('Quy hoạch nhiệm kỳ tới: đủ tuổi công tác, số nhiệm kỳ', 2, unsure(QD377)),
  'plan.terms.least': times('Quy hoạch: đủ tuổi công tác, ít nhất số nhiệm kỳ', 1, unsure(QD377)),
  'plan.rating': choice(
    'Quy hoạch: kết quả xếp loại năm gần nhất, từ mức',
    'done',
    { done: 'hoàn thành nhiệm vụ', good: 'hoàn thành tốt nhiệm vụ', outstanding: 'hoàn thành xuất sắc nhiệm vụ' },
    unsure(QD377),
  ),
  'plan.introduce': percent('Phiếu giới thiệu quy hoạch ở các bước trước, ít nhất', 30, unsure(QD377)),
  'plan.coefficient': range('Hệ số quy hoạch cấp ủy', { from: 1, to: 1.5 }, 'lần', unsure(QD377)),
  'age.brackets': list('Các độ tuổi trong cơ cấu cấp ủy (dưới mức đầu, giữa, trên mức sau)', [40, 50], whole(120), 'tuổi', CT45),
  'months.appoint': months('Còn công tác khi bổ nhiệm lần đầu, ít nhất', 60, ND170),
  'months.nominate': months('Còn công tác khi giới thiệu ứng cử lần đầu, ít nhất', 60, CT45),
  'months.reelect': months('Còn công tác khi tái cử cấp ủy, ít nhất', 48, CT45),
  'age.measured': shaped(
    'Tháng tính tuổi nhân sự nhiệm kỳ 2025–2030 (bầu cử 2026–2031)',
    measuring,
    (value) =>
      `cơ sở ${monthText(value.grassroots)}; trên cơ sở ${monthText(value.above)}; xã, phường ${monthText(value.commune)}; tỉnh ${monthText(value.province)}; chính quyền ${monthText(value.state)}`,
    { grassroots: '2025-04', above: '2025-06', commune: '2025-07', province: '2025-09', state: '2026-03' },
    CT45,
  ),
  'months.front': months('Còn công tác khi tái cử Mặt trận, đoàn thể, ít nhất', 36, CT45),
  'months.deputy': months('Còn công tác khi tái cử phó bí thư tỉnh ủy, trường hợp đặc biệt, ít nhất', 42, CT45),
  'months.rotate': months('Còn công tác khi luân chuyển, ít nhất', 120, QD65),
  'rotate.min': months('Thời gian luân chuyển, ít nhất', 36, QD65),
  'rotate.remind': months('Nhắc chuẩn bị bố trí sau luân chuyển', 30, QD65),
  'head.terms': times('Người đứng đầu một nơi, không quá số nhiệm kỳ liên tiếp', 2, QD65),
  ...ROTATION_RULES,
  'second.max': months('Biệt phái, tối đa', 36, ND170),
  'appoint.term': months('Thời hạn giữ chức vụ', 60, ND170),
  'appoint.notice': days('Báo trước khi hết thời hạn giữ chức vụ', 90, ND170),
  'appoint.decide': days('Ban hành quyết định bổ nhiệm lại, kéo dài trước khi hết thời hạn, ít nhất', 1, unsure(ND170)),
  'appoint.alarm': list('Nhắc trước khi hết thời hạn giữ chức vụ', [180, 90, 30], whole(3650), 'ngày', unsure(PROVINCE)),
  'appoint.extend': months('Kéo dài đến tuổi nghỉ hưu khi còn dưới', 24, unsure(ND170)),
  'appoint.planned': choice(
    'Bổ nhiệm, giới thiệu chức vụ cao hơn: nhân sự trong quy hoạch',
    'required',
    { required: 'phải có; ngoại lệ do cấp bổ nhiệm quyết định', free: 'không bắt buộc' },
    QD377,
  ),
  'post.local': choice(
    'Người địa phương ở chức danh quy định bố trí người ngoài địa phương',
    'outside',
    { outside: 'không bố trí người địa phương', any: 'không xét' },
    QD65,
  ),
  'post.time': months('Giữ chức vụ hiện tại trước khi lên chức vụ cao hơn, ít nhất', 24, ND170),
  'cadre.quorum': share('Hội nghị cán bộ hợp lệ', { numerator: 2, denominator: 3, over: false, base: 'summoned' }, ND170),
  'cadre.pass': share('Đạt tín nhiệm ở hội nghị cán bộ', { numerator: 1, denominator: 2, over: true, base: 'summoned' }, ND170),
  'cadre.tie': choice(
    'Khi được đúng một nửa số phiếu',
    'head',
    { head: 'người đứng đầu quyết định', refused: 'không đạt' },
    ND170,
  ),
  'cadre.runners': people('Bước giới thiệu không ai quá mức: số người cao nhất vào bước sau', 2, unsure(ND170)),
  'cadre.policy': workingDays('Trả lời chủ trương về nhân sự', 15, ND170),
  'cadre.finish': workingDays('Hoàn thành quy trình nhân sự', 30, ND170),
  'papers.validity': months('Giấy khám sức khỏe, bản 2C đã xác nhận còn giá trị', 6, unsure(ND170)),
  'papers.remind': days('Nhắc trước khi chứng chỉ, giấy tờ hết giá trị', 90, unsure(PROVINCE)),
  'wait.reprimand': months('Bị khiển trách: chưa bố trí chức vụ cao hơn', 24, QD377),
  'wait.warning': months('Bị cảnh cáo: chưa bố trí chức vụ cao hơn', 36, QD377),
  'wait.removal': months('Bị cách chức: chưa bố trí chức vụ cao hơn', 60, QD377),
  'target.danger': percent('Kết quả cuối năm dưới mức này là báo động', 70, QD377),
};
