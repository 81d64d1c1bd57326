import type { Random } from '@/db/seed/random';
import { badBytes, junkDocument, junkJson, junkName, junkText } from './junk';
import type { Part } from './multipart';

/** A valid form: texts, lists of texts, files; `json` as the object that is sent as text. */
export type Form = Record<string, string | readonly string[] | Buffer | object>;

const isFile = (value: Form[string]): value is Buffer => Buffer.isBuffer(value);
const isList = (value: Form[string]): value is readonly string[] => Array.isArray(value);

export const partsOf = (form: Form): Part[] =>
  Object.entries(form).flatMap(([name, value]): Part[] => {
    if (isFile(value)) return [{ name, value, file: 'danh-sach.xlsx' }];
    if (isList(value)) return value.map((text) => ({ name, value: text }));
    return [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }];
  });

type Mutation = (parts: Part[], random: Random) => Part[];

const at = (parts: Part[], random: Random): number => random.int(0, Math.max(0, parts.length - 1));
const replaced = (parts: Part[], random: Random, change: (part: Part) => Part): Part[] => {
  const place = at(parts, random);
  return parts.map((part, index) => (index === place ? change(part) : part));
};

const MUTATIONS: readonly Mutation[] = [
  (parts, random) => replaced(parts, random, (part) => ({ ...part, value: junkText(random) })),
  (parts, random) => replaced(parts, random, (part) => ({ ...part, value: `${part.value}${junkText(random)}` })),
  (parts, random) => replaced(parts, random, (part) => ({ ...part, value: badBytes(random) })),
  (parts, random) => replaced(parts, random, (part) => ({ ...part, file: 'tệp\u202Excod.xlsx', value: 'PK' })),
  (parts, random) => replaced(parts, random, (part) => ({ name: part.name, value: 'chữ ở chỗ của tệp' })),
  (parts, random) => replaced(parts, random, (part) => ({ ...part, name: junkName(random) })),
  (parts, random) => replaced(parts, random, (part) => ({ ...part, name: `${part.name}[]` })),
  (parts, random) => [...parts, ...parts.slice(at(parts, random)).map((part) => ({ ...part }))],
  (parts, random) => parts.filter((_, index) => index !== at(parts, random)),
  (parts, random) => [...parts, { name: junkName(random), value: junkText(random) }],
  (parts, random) => [...parts, { name: 'json', value: junkDocument(random) }],
  (parts, random) => [...parts, { name: 'key', value: random.pick(['x', '\0', random.id('2026-01-01')]) }],
  (parts) => [...Array.from({ length: 60 }, (_, index) => ({ name: `x${index}`, value: 'x' })), ...parts],
];

/** The form with one or two faults; its JSON body, where it has one, is damaged from inside as often as from outside. */
export function mutated(form: Form, random: Random): Part[] {
  const json = form.json;
  if (json && typeof json === 'object' && random.chance(0.75)) return partsOf({ ...form, json: mutatedJson(json, random) });
  const once = random.pick(MUTATIONS)(partsOf(form), random);
  return random.chance(0.3) ? random.pick(MUTATIONS)(once, random) : once;
}

const MARK = '\u0001here\u0001';

/** One value somewhere in the tree replaced, as written-out JSON: what it is replaced by need not be what JavaScript could hold. */
function mutatedJson(json: object, random: Random): string {
  const copy = structuredClone(json) as Record<string, unknown>;
  let node: Record<string, unknown> = copy;
  for (;;) {
    const names = Object.keys(node);
    const name = names.length && random.chance(0.9) ? random.pick(names) : junkName(random) || 'x';
    const next = Object.hasOwn(node, name) ? node[name] : undefined;
    if (typeof next === 'object' && next !== null && random.chance(0.85)) node = next as Record<string, unknown>;
    else {
      Object.defineProperty(node, name, { value: MARK, enumerable: true, configurable: true, writable: true });
      return JSON.stringify(copy).replace(JSON.stringify(MARK), () => junkJson(random));
    }
  }
}
