import { z } from 'zod';
import { parseTypedDate } from '../calendar';
import { isRuleKey } from '../rule-sets';

const FIELD = 'value';

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
  .transform(({ ruleKey: key, validFrom, citation, unsure, ...rest }) => ({
    key,
    validFrom,
    citation,
    unsure: unsure === 'yes',
    typed: Object.fromEntries(
      Object.entries(rest).flatMap(([name, text]) =>
        typeof text === 'string' && (name === FIELD || name.startsWith(`${FIELD}.`))
          ? [[name.slice(FIELD.length + 1), text] as const]
          : [],
      ),
    ),
  }));
