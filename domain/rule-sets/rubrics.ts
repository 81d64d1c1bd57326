import { z } from 'zod';
import { whole } from './kinds';

/** A frame for scoring a cell meeting. Points add up to 100; bands are the lowest points of each word, below `average` is weak. */
export const Rubric = z
  .object({
    name: z.string().min(1),
    groups: z.array(
      z.object({
        key: z.string(),
        label: z.string().min(1, 'Nhóm tiêu chí phải có tên.'),
        max: whole(100),
        criteria: z
          .array(z.object({ key: z.string(), label: z.string().min(1, 'Tiêu chí phải có tên.'), max: whole(100) }))
          .min(1),
      }),
    ),
    bands: z.object({ good: whole(100), fair: whole(100), average: whole(100) }),
  })
  .superRefine(({ groups, bands }, context) => {
    groups.forEach((group, at) => {
      const sum = group.criteria.reduce((total, { max }) => total + max, 0);
      if (sum !== group.max)
        context.addIssue({
          code: 'custom',
          path: ['groups', at, 'max'],
          message: `Nhóm “${group.label}” ghi ${group.max} điểm nhưng các tiêu chí cộng lại ${sum} điểm.`,
        });
    });
    const total = groups.reduce((sum, { max }) => sum + max, 0);
    if (total !== 100)
      context.addIssue({ code: 'custom', path: ['groups'], message: `Các nhóm phải cộng đủ 100 điểm, hiện là ${total}.` });
    if (!(bands.good > bands.fair && bands.fair > bands.average))
      context.addIssue({ code: 'custom', path: ['bands', 'fair'], message: 'Các mức phải giảm dần: tốt, khá, trung bình.' });
  });

export type Rubric = z.output<typeof Rubric>;

const group = (key: string, label: string, max: number, criteria: [string, number][]) => ({
  key,
  label,
  max,
  criteria: criteria.map(([name, points], at) => ({ key: `${key}.${at + 1}`, label: name, max: points })),
});

const PREPARATION: [string, number][] = [
  ['Chi ủy họp, thống nhất nội dung trước buổi sinh hoạt', 5],
  ['Nội dung, tài liệu được chuẩn bị và gửi trước', 5],
  ['Thông báo thời gian, địa điểm, nội dung cho đảng viên', 5],
];
const RUNNING: [string, number][] = [
  ['Thông tin thời sự, quán triệt văn bản của cấp trên', 5],
  ['Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 5],
  ['Đánh giá việc thực hiện nhiệm vụ tháng trước', 10],
  ['Thảo luận nhiệm vụ tháng tới, phân công rõ người, rõ việc, rõ thời hạn', 10],
  ['Đảng viên phát biểu, tự phê bình và phê bình', 10],
  ['Chủ trì điều hành, kết luận từng nội dung', 5],
];

/** The two provincial frames that were seen in public. Group points are theirs; the criteria inside a group are to be compared with the text. */
export const RUBRICS = {
  phuTho: {
    name: 'Khung điểm bốn nhóm (theo Đảng ủy Khối các cơ quan tỉnh Phú Thọ)',
    groups: [
      group('preparation', 'Công tác chuẩn bị', 15, PREPARATION),
      group('attendance', 'Tỷ lệ đảng viên dự sinh hoạt', 20, [['Tỷ lệ dự trên số đảng viên phải dự', 20]]),
      group('running', 'Tiến hành buổi sinh hoạt', 45, RUNNING),
      group('closing', 'Kết luận, chất lượng báo cáo và nghị quyết', 20, [
        ['Nghị quyết, kết luận cụ thể, sát tình hình', 10],
        ['Biên bản ghi đầy đủ, thông qua trước khi bế mạc', 10],
      ]),
    ],
    bands: { good: 90, fair: 70, average: 50 },
  },
  ngheAn: {
    name: 'Khung điểm năm nhóm (theo Quy định 08-QĐ/TU ngày 15/9/2021 của Tỉnh ủy Nghệ An)',
    groups: [
      group('preparation', 'Công tác chuẩn bị', 20, [
        ...PREPARATION.slice(0, 2),
        ['Phân công đảng viên chuẩn bị ý kiến', 5],
        ...PREPARATION.slice(2),
      ]),
      group('attendance', 'Tỷ lệ đảng viên dự sinh hoạt', 10, [['Tỷ lệ dự trên số đảng viên phải dự', 10]]),
      group('running', 'Tiến hành buổi sinh hoạt', 45, RUNNING),
      group('principles', 'Thực hiện nguyên tắc tổ chức, sinh hoạt đảng', 15, [
        ['Tập trung dân chủ, tự phê bình và phê bình', 10],
        ['Đoàn kết, giữ kỷ luật phát ngôn', 5],
      ]),
      group('closing', 'Kết thúc buổi sinh hoạt', 10, [
        ['Kết luận, nghị quyết rõ ràng', 5],
        ['Biên bản thông qua tại buổi sinh hoạt', 5],
      ]),
    ],
    bands: { good: 80, fair: 70, average: 50 },
  },
} satisfies Record<string, Rubric>;
