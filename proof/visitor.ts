import type { ActionState } from '@/domain/action-state';

/** The server under test, as `npm test` started it on a demo province of its own. */
export const ADDRESS = process.env.E2E_URL ?? 'http://localhost:3000';
export const DEMO_PASSWORD = 'BinhSon@2026';

/** Form fields as a browser sends them; several of one name as a list. */
export type Fields = Record<string, string | Blob | readonly string[]>;
export type Answer = { status: number; headers: Headers; body: Buffer; text: string };

/** A person without a browser: keeps cookies, follows no redirect, says where requests come from as a browser would. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(readonly address: string = ADDRESS) {}

  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.cookies.size && !headers.has('cookie'))
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(new URL(path, this.address), { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const body = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, body, text: body.toString('utf8') };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers: { accept: 'text/html', ...headers } });
  }

  /** Posts an action of the build as the page's script does: `id` from `actions()`, `path` any page of ours. */
  act(id: string, path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { origin: new URL(this.address).origin, 'sec-fetch-site': 'same-origin', 'next-action': id, ...headers },
      body: replyOf(fields),
    });
  }

  async signIn(username: string, password = DEMO_PASSWORD): Promise<this> {
    const page = await this.get('/sign-in');
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
    const form = new FormData();
    for (const [, name = '', value = ''] of hidden) form.set(unescapeHtml(name), unescapeHtml(value));
    form.set('username', username);
    form.set('password', password);
    const answer = await this.send('/sign-in', {
      method: 'POST',
      headers: { origin: new URL(this.address).origin, 'sec-fetch-site': 'same-origin' },
      body: form,
    });
    if (answer.status !== 303) throw new Error(`${username} was not let in: ${answer.status}`);
    return this;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const { name, value } = splitPair(pair);
    const gone = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

const splitPair = (pair: string) => ({ name: pair.slice(0, pair.indexOf('=')).trim(), value: pair.slice(pair.indexOf('=') + 1) });

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&amp;': '&', '&lt;': '<', '&gt;': '>' };
export const unescapeHtml = (text: string): string =>
  text.replace(/&(quot|#x27|amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/** The arguments (state before, form) as React writes them into a request. */
function replyOf(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, given] of Object.entries(fields)) {
    const values = typeof given === 'string' || given instanceof Blob ? [given] : given;
    for (const value of values)
      typeof value === 'string'
        ? body.append(`_1_${name}`, value)
        : body.append(`_1_${name}`, value, value instanceof File ? value.name : name);
  }
  body.append('0', '[{"status":"new"},"$K1"]');
  return body;
}

/** What an action answered; nothing when it led to another page or is none of the door's. */
export function stateOf({ body }: Answer): ActionState | undefined {
  const rows = rowsOf(body);
  const place = /"a":"\$@(\w+)"/.exec(rows.get('0') ?? '')?.[1];
  const row = place && rows.get(place);
  // A long text stands in a row of its own, and its number in its place.
  const whole = (_key: string, value: unknown) =>
    (typeof value === 'string' && /^\$\w+$/.test(value) && rows.get(value.slice(1))) || value;
  return row?.startsWith('{') ? (JSON.parse(row, whole) as ActionState) : undefined;
}

const [NEWLINE, COLON, COMMA] = [10, 58, 44];

/** The rows of an answer as React writes them: `number:value` and an end of line, or `number:Tlength,text` with a length in bytes and no end. */
function rowsOf(body: Buffer): Map<string, string> {
  const rows = new Map<string, string>();
  for (let at = 0; at < body.length; ) {
    const start = body.indexOf(COLON, at) + 1;
    if (!start) break;
    const number = body.toString('utf8', at, start - 1).trim();
    const comma = body.toString('utf8', start, start + 1) === 'T' ? body.indexOf(COMMA, start) : -1;
    const from = comma === -1 ? start : comma + 1;
    const lineEnd = body.indexOf(NEWLINE, start);
    const rest = lineEnd === -1 ? body.length : lineEnd;
    const end = comma === -1 ? rest : from + Number.parseInt(body.toString('utf8', start + 1, comma), 16);
    rows.set(number, body.toString('utf8', from, end));
    at = end;
  }
  return rows;
}
