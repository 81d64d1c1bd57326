import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, DEMO_PASSWORD, unescapeHtml, Visitor } from './visitor';

const PUBLIC = 'so-to-chuc.tinh.vn';
/** As nginx hands on what a browser sent to the public address. */
const BEHIND_NGINX = { origin: `https://${PUBLIC}`, 'sec-fetch-site': 'same-origin', 'x-forwarded-host': PUBLIC };
let server: SecondServer;

before(async () => {
  server = await secondServer({ env: { NEXTAUTH_URL: `https://${PUBLIC}` } });
});
after(() => server.stop());

/** Sends a form of the page with its hidden fields, as a browser without script does. */
async function submit(visitor: Visitor, path: string, hidden: RegExp, typed: Record<string, string>): Promise<Answer> {
  const page = await visitor.get(path, { 'x-forwarded-host': PUBLIC });
  const form = new FormData();
  for (const [, name = '', value = ''] of page.text.matchAll(hidden)) form.set(unescapeHtml(name), unescapeHtml(value));
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return visitor.send(path, { method: 'POST', headers: BEHIND_NGINX, body: form });
}

const setCookie = (answer: Answer, name: string) => answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
const attributesOf = (line = '') =>
  line
    .split('; ')
    .slice(1)
    .map((attribute) => attribute.toLowerCase())
    .filter((attribute) => !/^(expires|max-age)=/.test(attribute))
    .sort();

test('behind HTTPS the session cookie is of this host alone, and signing out takes it back so that browsers obey', async () => {
  const visitor = new Visitor(server.address);
  const typed = { username: 'thuongtruc', password: DEMO_PASSWORD };
  const signedIn = await submit(visitor, '/sign-in', /<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g, typed);
  assert.equal(signedIn.status, 303);
  const [name = ''] = visitor.cookies.keys();
  assert.equal(name, '__Host-next-auth.session-token');
  const hostOnly = ['httponly', 'path=/', 'samesite=lax', 'secure'];
  assert.deepEqual(attributesOf(setCookie(signedIn, name)), hostOnly);
  const signedOut = await submit(visitor, '/account', /<input type="hidden" name="(\$ACTION_ID_[0-9a-f]+)"/g, {});
  assert.equal(signedOut.status, 303);
  assert.deepEqual(attributesOf(setCookie(signedOut, name)), hostOnly);
  assert.equal(visitor.cookies.size, 0);
});

test('the cookies of next-auth itself are of this host alone too', async () => {
  const answer = await new Visitor(server.address).get('/api/auth/csrf', { 'x-forwarded-host': PUBLIC });
  const lines = answer.headers.getSetCookie();
  assert.ok(lines.length >= 2);
  for (const line of lines) assert.match(line, /^__Host-next-auth\.[\w-]+=.*; Secure/);
});
