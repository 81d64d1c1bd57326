import { z } from 'zod';
import { parseTypedDate } from '../calendar';
import { isRuleKey } from '../rule-sets';

const FIELD = 'value';
/** Characters of one field of a value; the longest are names of criteria. */
const LONGEST = 500;

/** A new value of a rule from a day on, with its document. The value's fields are named 'value' or 'value.<path>'. */
export const AddRuleValueInput = z
  .looseObject({
    ruleKey: z.string().refine(isRuleKey, 'Không nhận ra tham số. Hãy tải lại trang.'),
    validFrom: z.string().transform((text, context) => {
      const parsed = parseTypedDate(text, 'ngày hiệu lực');
      if ('date' in parsed && parsed.date.length === 10) return parsed.date;
      context.addIssue({
        code: 'custom',
        message: 'problem' in parsed ? parsed.problem : 'Hãy ghi đủ ngày, tháng, năm có hiệu lực.',
      });
      return z.NEVER;
    }),
    citation: z
      .string()
      .trim()
      .min(10, 'Hãy ghi căn cứ: số, ký hiệu và ngày của văn bản, ví dụ: Quy định 12-QĐ/TU ngày 05/3/2026.')
      .max(300, 'Căn cứ dài quá 300 ký tự.'),
    unsure: z.literal('yes').optional(),
  })
  .transform(({ ruleKey: key, validFrom, citation, unsure, ...rest }, context) => {
    const typed: [string, string][] = [];
    for (const [name, text] of Object.entries(rest)) {
      if (typeof text !== 'string' || (name !== FIELD && !name.startsWith(`${FIELD}.`))) continue;
      if (text.length <= LONGEST) typed.push([name.slice(FIELD.length + 1), text]);
      else context.addIssue({ code: 'custom', path: [name], message: `Giá trị dài quá ${LONGEST} ký tự. Hãy viết gọn lại.` });
    }
    return { key, validFrom, citation, unsure: unsure === 'yes', typed: Object.fromEntries(typed) };
  });
