import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { isRuleKey, ruleOf } from '@/domain/rule-sets';
import type { AddRuleValueInput } from '@/domain/rule-sets/inputs';
import { withLeaves } from '@/domain/rule-sets/leaves';
import { rulesInForce } from '../queries/rule-sets';
import { ruleSets } from '../schema/records';
import { command, notFound, refused } from '../write';

/** A new value for the whole province from a day on; earlier values stay, and the past is judged by them. */
export const addRuleValue = command(
  'addRuleValue',
  'rule.change',
  async (tx, viewer, input: z.output<typeof AddRuleValueInput>) => {
    if (!isRuleKey(input.key)) return notFound();
    if (!viewer.grants.get('rule.change')?.some((grant) => grant.root))
      return refused('', 'Tham số áp dụng cho cả tỉnh. Hãy đề nghị Trưởng ban Ban Tổ chức Tỉnh ủy nhập.');
    const shape = (await rulesInForce(tx, viewer, input.validFrom))[input.key].value;
    const parsed = ruleOf(input.key).schema.safeParse(withLeaves(shape, input.typed));
    if (!parsed.success)
      return { problems: parsed.error.issues.map(({ path, message }) => ({ path: ['value', ...path].join('.'), message })) };
    const id = uuidv7();
    await tx.insert(ruleSets).values({
      id,
      key: input.key,
      value: parsed.data,
      validFrom: input.validFrom,
      citation: input.citation,
      unsure: input.unsure,
      enteredBy: viewer.accountId,
    });
    return {
      result: { id },
      audit: [
        {
          action: 'rule.add',
          subjectType: 'rule',
          subjectId: input.key,
          detail: { validFrom: input.validFrom, unsure: input.unsure },
        },
      ],
    };
  },
);
