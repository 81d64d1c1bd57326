import type { BuiltAction } from './build';
import { type Answer, unescapeHtml } from './visitor';

/** The hidden fields of all forms on a page; of one name, the last. */
export const hiddenFields = ({ text }: Answer): [string, string][] =>
  [...text.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(([, name = '', value = '']) => [
    unescapeHtml(name),
    unescapeHtml(value),
  ]);

/** A form as a browser without script posts it: the page's hidden fields, then what was typed. */
export function plainForm(page: Answer, typed: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of [...hiddenFields(page), ...Object.entries(typed)]) form.set(name, value);
  return form;
}

/** The same for any action of the build, without its page; an action that takes no state stands in a form by its bare id. */
export function plainFormOf({ id, name }: BuiltAction): FormData {
  const form = new FormData();
  if (name === 'signOut') form.set(`$ACTION_ID_${id}`, '');
  else {
    form.set('$ACTION_REF_1', '');
    form.set('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }));
    form.set('$ACTION_1:1', '[{"status":"new"}]');
    form.set('$ACTION_KEY', 'k0');
  }
  return form;
}
