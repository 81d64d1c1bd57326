import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import type { Standards } from './standards';

/** The checkable standards of a title in words; those that it does not ask for are left out by who shows them. */
export const standardRows = (standards: Standards): readonly (readonly [label: string, words: string | null])[] => [
  ['Chuyên môn', standards.professional && `${PROFESSIONAL[standards.professional]} trở lên`],
  ['Lý luận chính trị', standards.theory && `${THEORY[standards.theory]} trở lên`],
  ['Quản lý nhà nước', standards.administration && `${ADMINISTRATION[standards.administration]} trở lên`],
  ['Quốc phòng và an ninh', standards.defence === null ? null : `Đối tượng ${standards.defence}`],
  ['Thời gian giữ chức vụ hiện tại', standards.presentPostMonths ? `${standards.presentPostMonths} tháng trở lên` : null],
  ['Thời gian công tác ở cơ sở', standards.grassrootsMonths ? `${standards.grassrootsMonths} tháng trở lên` : null],
];
