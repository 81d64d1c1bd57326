import { PROVINCE, QD65, unsure } from './bases';
import { choice, months, points, years } from './kinds';

/** What a rotation is asked besides months, and what the planner compares and how it ranks: shown with each point, to be set by the province. */
export const ROTATION_RULES = {
  'rotate.conditions': choice(
    'Luân chuyển: quy trình, đối tượng, chức vụ được giao, người địa phương, không thêm chức danh',
    'asked',
    { asked: 'nhắc khi chưa đúng, cấp có thẩm quyền quyết định', free: 'không nhắc' },
    QD65,
  ),
  'rotate.grassroots': months('Người được quy hoạch: thời gian công tác ở cơ sở, ít nhất', 36, unsure(PROVINCE)),
  'rotate.points.planned': points('Gợi ý luân chuyển: được quy hoạch đúng chức danh', 30, unsure(PROVINCE)),
  'rotate.points.equivalent': points('Gợi ý luân chuyển: được quy hoạch chức danh khác', 15, unsure(PROVINCE)),
  'rotate.points.grassroots': points('Gợi ý luân chuyển: chưa đủ thời gian công tác ở cơ sở', 20, unsure(PROVINCE)),
  'rotate.points.months': points('Gợi ý luân chuyển: còn đủ thời gian công tác', 20, unsure(PROVINCE)),
  'rotate.points.outsider': points('Gợi ý luân chuyển: không là người địa phương', 15, unsure(PROVINCE)),
  'rotate.points.rating': points('Gợi ý luân chuyển: mỗi năm xếp loại tốt trở lên', 5, unsure(PROVINCE)),
  'rotate.points.years': years('Gợi ý luân chuyển: xét kết quả xếp loại của', 3, unsure(PROVINCE)),
};
