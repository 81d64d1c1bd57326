'use server';
import { action } from '@/access/door';
import { addRuleValue } from '@/db/commands/rule-sets';
import { AddRuleValueInput } from '@/domain/rule-sets/inputs';

export const add = action(AddRuleValueInput, addRuleValue, { message: 'Đã thêm giá trị mới.' });
