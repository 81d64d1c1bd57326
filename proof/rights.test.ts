import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actions, routes } from './build';
import { ACTIONS, ROUTES } from './expectations/all';
import type { ActionCase, RouteCase } from './expectations/cases';
import { fingerprint, fourAtATime, guests, open, post, refusal, told } from './rights-ask';
import { combinations, nameOf, sayWho, type Tried } from './rights-verdicts';
import { type Person, plantWorld, type World } from './rights-world';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, stateOf, Visitor } from './visitor';

const NO_RIGHT = 'Chức trách của bạn không có quyền làm việc này.';
const CHANGES_SESSIONS = new Set(['signOut', 'endOthers']);

let server: SecondServer;
let world: World;
let guest: (who: Person) => Visitor;
let tried = 0;

before(async () => {
  server = await secondServer({
    // A copy of the books has no business in the file that anchors the books.
    env: { AUDIT_ANCHOR_FILE: '' },
    prepare: async (db) => {
      world = await plantWorld(db);
    },
  });
  guest = await guests(world, server.address);
});
after(() => server.stop());

test('every page, route and action of the build has its expectation, and every expectation its page, route or action', () => {
  const wanted = (all: readonly string[]) => [...new Set(all)].sort();
  assert.deepEqual(wanted(ROUTES.map(({ address }) => address)), wanted(routes().map(({ address }) => address)));
  const named = ({ file, name }: { file: string; name: string }) => `${file} ${name}`;
  assert.deepEqual(wanted(ACTIONS.map(named)), wanted(actions().map(named)));
});

test('every page and route × office × place answers as the statement of rights says, and out of reach like not found', async () => {
  const faults: string[] = [];
  await fourAtATime(
    ROUTES.flatMap((route) => perPerson(route)),
    async ({ route, combos }) => {
      let ghost: Promise<Answer> | undefined;
      for (const combo of combos) {
        const answer = await open(guest(combo.who), route, world.targets[combo.place]);
        tried += 1;
        if (combo.verdict === 'hidden') ghost ??= open(guest(combo.who), route, world.ghost);
        const fault = await routeFault(route, combo, answer, ghost);
        if (fault) faults.push(`${nameOf(route)} ${sayWho(combo)}: ${fault}`);
      }
    },
  );
  assert.deepEqual(faults, []);
  process.stdout.write(`# ${tried} combinations of page or route, office and place\n`);
});

/** The combinations of one person go together, so that the answer of nothing is asked once. */
function perPerson(route: RouteCase): { route: RouteCase; combos: Tried[] }[] {
  const combos = combinations(world, route);
  return world.people.map((who) => ({ route, combos: combos.filter((combo) => combo.who === who) }));
}

const STATUS = { forbidden: 403, hidden: 404, aboveOnly: 403, elsewhere: 307 };

async function routeFault(
  route: RouteCase,
  { verdict }: Tried,
  answer: Answer,
  ghost?: Promise<Answer>,
): Promise<string | undefined> {
  const wanted = verdict === 'ok' ? (route.status ?? 200) : STATUS[verdict];
  if (answer.status !== wanted) return `${answer.status}, not ${wanted} (${verdict})`;
  return verdict === 'hidden' && ghost && told(answer) !== told(await ghost)
    ? 'differs from what is not there at all'
    : undefined;
}

test('who has no session is sent to sign in by every page and route that is not open to everyone', async () => {
  const nobody = new Visitor(server.address);
  for (const route of ROUTES) {
    if (route.needs === 'open') continue;
    const answer = await open(nobody, route, world.targets.own);
    assert.equal(answer.status, 307, route.address);
    assert.match(answer.headers.get('location') ?? '', /^\/sign-in\?to=/, route.address);
  }
});

test('no action does anything for an office without the right or out of reach, and out of reach is answered like not there', async () => {
  const faults: string[] = [];
  let refused = 0;
  const earlier = await fingerprint(server.db);
  await fourAtATime(
    ACTIONS.flatMap((action) => combinations(world, action).map((combo) => ({ action, combo }))).filter(
      ({ combo }) => combo.verdict !== 'ok',
    ),
    async ({ action, combo }) => {
      const fault = await denialFault(action, combo);
      refused += 1;
      if (fault) faults.push(`${nameOf(action)} ${sayWho(combo)}: ${fault}`);
    },
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(await fingerprint(server.db), earlier, 'a refused action wrote something');
  process.stdout.write(`# ${refused} refused combinations of action, office and place\n`);
});

async function denialFault(action: ActionCase, { who, place, verdict }: Tried): Promise<string | undefined> {
  const answer = await post(guest(who), action, world.targets[place], world);
  const message = refusal(answer);
  if (message === undefined) return `not refused: ${answer.status} ${answer.text.slice(0, 200)}`;
  if (verdict === 'forbidden') return message === NO_RIGHT ? undefined : message;
  if (message === NO_RIGHT) return 'refused as if the office had no such right';
  if (verdict !== 'hidden') return undefined;
  const ghost = await answerOfNothing(action, who);
  const same = JSON.stringify(stateOf(ghost)).replace(UUID, 'ID') === JSON.stringify(stateOf(answer)).replace(UUID, 'ID');
  return same ? undefined : `“${message}” differs from what is not there at all: “${refusal(ghost)}”`;
}

const nothings = new Map<string, Promise<Answer>>();

/** What the action answers this person about ids of nothing; asked once. */
function answerOfNothing(action: ActionCase, who: Person): Promise<Answer> {
  const key = `${nameOf(action)} ${who.accountId}`;
  const known = nothings.get(key) ?? post(guest(who), action, world.ghost, world);
  nothings.set(key, known);
  return known;
}
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

test('no action is refused for lack of right to an office that has it there', async () => {
  const faults: string[] = [];
  let allowed = 0;
  const mine = ACTIONS.flatMap((action) => combinations(world, action).map((combo) => ({ action, combo }))).filter(
    ({ action, combo }) => combo.verdict === 'ok' && !CHANGES_SESSIONS.has(action.name),
  );
  const last = ACTIONS.filter(({ name }) => CHANGES_SESSIONS.has(name)).reverse();
  const leaving = last.map((action) =>
    world.people.map((who) => ({ action, combo: { who, place: 'own', verdict: 'ok' } as const })),
  );
  for (const items of [mine, ...leaving])
    await fourAtATime(items, async ({ action, combo }) => {
      const fault = await rightFault(action, combo);
      allowed += 1;
      if (fault) faults.push(`${nameOf(action)} ${sayWho(combo)}: ${fault}`);
    });
  assert.deepEqual(faults, []);
  process.stdout.write(`# ${allowed} allowed combinations of action, office and place\n`);
});

async function rightFault(action: ActionCase, { who, place }: Tried): Promise<string | undefined> {
  const answer = await post(guest(who), action, world.targets[place], world, true);
  if (answer.status >= 400) return `${answer.status}`;
  const message = refusal(answer);
  if (message === undefined || typeof action.needs === 'string') return undefined;
  const ghost = action.targeted ? refusal(await answerOfNothing(action, who)) : undefined;
  return message === NO_RIGHT || message === ghost ? `refused: ${message}` : undefined;
}
