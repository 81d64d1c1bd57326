import type { Basis } from './kinds';

const basis = (citation: string, validFrom: string): Basis => ({ citation, validFrom });

/** The documents that the default values stand in. A number is cited with its date: "12-HD/BTCTW" names three documents. */
export const STATUTE = basis('Điều lệ Đảng (Đại hội XI thông qua, 01/2011)', '2011-01-19');
export const QD24 = basis('Quy định 24-QĐ/TW ngày 30/7/2021 (nay là Quy định 294-QĐ/TW)', '2021-07-30');
export const QD294 = basis('Quy định 294-QĐ/TW ngày 26/5/2025', '2025-07-01');
export const QD366 = basis('Quy định 366-QĐ/TW ngày 30/8/2025', '2025-08-30');
export const QD377 = basis('Quy định 377-QĐ/TW ngày 08/10/2025', '2025-10-08');
export const QD65 = basis('Quy định 65-QĐ/TW ngày 28/4/2022', '2022-04-28');
export const CT35 = basis('Chỉ thị 35-CT/TW ngày 30/5/2019', '2019-05-30');
export const CT45 = basis('Chỉ thị 45-CT/TW ngày 14/4/2025', '2025-04-14');
export const KL28 = basis('Kết luận 28-KL/TW ngày 21/02/2022', '2022-02-21');
export const QD57 = basis('Quy định 57-QĐ/TW ngày 08/02/2022', '2022-02-08');
export const HD90 = basis('Hướng dẫn 90/HD-HĐGDQPAN ngày 31/5/2016', '2016-05-31');
export const ND170 = basis('Nghị định 170/2025/NĐ-CP', '2025-07-01');
export const ND135 = basis('Nghị định 135/2020/NĐ-CP ngày 18/11/2020, Điều 4', '2021-01-01');
export const ND83 = basis('Nghị định 83/2022/NĐ-CP ngày 18/10/2022', '2022-12-01');
export const HD01 = basis('Hướng dẫn 01-HD/TW ngày 28/9/2021', '2021-09-28');
export const HD12 = basis('Hướng dẫn 12-HD/BTCTW ngày 06/7/2018', '2018-07-06');
export const HD12_2022 = basis('Hướng dẫn 12-HD/BTCTW ngày 18/01/2022', '2022-01-18');
export const HD03 = basis('Hướng dẫn 03-HD/TW ngày 27/12/2022', '2022-12-27');
export const HD36 = basis('Hướng dẫn 36-HD/VPTW ngày 03/4/2018', '2018-04-03');
export const NQ21 = basis('Nghị quyết 21-NQ/TW ngày 16/6/2022', '2022-06-16');
export const LAW91 = basis('Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15', '2026-01-01');
export const FEES = basis('Quy định 01-QĐ/TW ngày 03/02/2026', '2026-02-03');
export const PROVINCE = basis('Theo quy định của tỉnh (chưa nhập văn bản)', '2021-01-01');

/** The text itself was not seen: to be compared with the signed document. */
export const unsure = (given: Basis): Basis => ({ ...given, unsure: true });
