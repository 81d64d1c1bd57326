import { formatDate, type IsoDate, isBeforePartial, latest } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import type { RetirementRule } from './codes';
import type { AddLine, EditCadre } from './inputs';

/** How a person retires by a decided day needs that day. */
const DECIDED: readonly RetirementRule[] = ['armed', 'extended', 'early'];

const PAST = {
  recruitedOn: 'Ngày tuyển dụng',
  joinedAgencyOn: 'Ngày vào cơ quan hiện nay',
  unionJoinedOn: 'Ngày tham gia tổ chức chính trị – xã hội',
  enlistedOn: 'Ngày nhập ngũ',
  dischargedOn: 'Ngày xuất ngũ',
  civilSince: 'Ngày hưởng bậc lương',
  healthCheckedOn: 'Ngày giấy khám sức khỏe',
  resumeCertifiedOn: 'Ngày xác nhận sơ yếu lý lịch',
} as const;

/** What can never be right in the fields of a file. */
export function fileProblems(file: EditCadre, person: { female: boolean; born: string }, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  for (const [path, what] of Object.entries(PAST)) {
    const date = file[path as keyof typeof PAST];
    if (date && isBeforePartial(today, date)) fault(path, `${what} ở sau hôm nay. Hãy sửa lại.`);
    else if (date && isBeforePartial(date, person.born)) fault(path, `${what} ở trước ngày sinh (${formatDate(person.born)}).`);
  }
  if (file.enlistedOn && file.dischargedOn && isBeforePartial(file.dischargedOn, file.enlistedOn))
    fault('dischargedOn', 'Ngày xuất ngũ ở trước ngày nhập ngũ. Hãy kiểm tra lại cả hai ngày.');
  if (DECIDED.includes(file.retirementRule) && !file.retirementDate)
    fault('retirementDate', 'Hãy ghi ngày nghỉ hưu theo quyết định.');
  if (file.retirementRule === 'women_60' && !person.female)
    fault('retirementRule', 'Trường hợp nghỉ hưu ở tuổi cao hơn này chỉ áp dụng với cán bộ nữ. Hãy chọn lại.');
  if (file.retirementRule !== 'normal' && !file.retirementBasis)
    fault('retirementBasis', 'Hãy ghi căn cứ (văn bản, quyết định) của cách tính khác lộ trình chung.');
  return problems;
}

/** What can never be right in a line of a file. */
export function lineProblems(added: AddLine, person: { born: string }, today: IsoDate): Problem[] {
  const born = latest(person.born);
  if (added.line === 'award')
    return added.year > Number(today.slice(0, 4)) || added.year < Number(born.slice(0, 4))
      ? [{ path: 'year', message: 'Năm khen thưởng phải từ sau năm sinh đến năm nay. Hãy sửa lại.' }]
      : [];
  if (added.line === 'discipline') {
    if (added.decidedOn > today) return [{ path: 'decidedOn', message: 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.' }];
    return added.endsOn && added.endsOn <= added.decidedOn
      ? [{ path: 'endsOn', message: 'Ngày hết thời hạn kỷ luật phải sau ngày quyết định.' }]
      : [];
  }
  const { fromMonth, toMonth } = added;
  if (fromMonth && fromMonth > today.slice(0, 7)) return [{ path: 'fromMonth', message: 'Tháng bắt đầu ở sau tháng này.' }];
  if (fromMonth && fromMonth < born.slice(0, 7)) return [{ path: 'fromMonth', message: 'Tháng bắt đầu ở trước ngày sinh.' }];
  return fromMonth && toMonth && toMonth < fromMonth
    ? [{ path: 'toMonth', message: 'Tháng kết thúc ở trước tháng bắt đầu. Hãy sửa lại.' }]
    : [];
}
