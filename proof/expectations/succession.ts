import { formatDate } from '@/domain/calendar';
import { PLANNED_TERM } from '../planning-world';
import { type ActionCase, act, given, of, ofUnit, page, people, type RouteCase, type Target } from './cases';

const ofList = ({ list }: Target) => ({ listId: list, version: '1' });

export const routes: readonly RouteCase[] = [
  page('/succession', ['succession.read']),
  ofUnit('/succession/board', 'succession.read'),
  ofUnit('/succession/training', 'succession.read'),
  ofUnit('/succession/new', 'succession.write'),
  of(
    '/succession/compare',
    'succession.read',
    ({ campaign, post, cadre }) => `/succession/compare?campaign=${campaign}&title=${post}&person=${cadre}`,
    people,
  ),
  of('/succession/[campaignId]', 'succession.read', ({ campaign }) => `/succession/${campaign}`, people),
  of(
    '/succession/[campaignId]/people',
    'succession.read',
    ({ campaign }) => `/succession/${campaign}/people?share=women`,
    people,
  ),
  of('/succession/[campaignId]/[listId]', 'succession.read', ({ campaign, list }) => `/succession/${campaign}/${list}`, people),
  of(
    '/succession/[campaignId]/[listId]/votes',
    'succession.write',
    ({ campaign, list }) => `/succession/${campaign}/${list}/votes`,
    people,
  ),
  of(
    '/succession/[campaignId]/[listId]/[entryId]',
    'succession.read',
    ({ campaign, list, name }) => `/succession/${campaign}/${list}/${name}`,
    people,
  ),
  of('/succession/export', 'cadre.export', () => '/succession/export', {
    needs: ['cadre.export', 'succession.read'],
    post: ({ campaign, list }) => ({ campaign, list, format: 'xlsx', purpose: 'Phục vụ kiểm tra quyền' }),
  }),
  of('/print/succession/[listId]', 'succession.read', ({ list }) => `/print/succession/${list}`, people),
  of(
    '/print/succession/summary/[campaignId]',
    'succession.read',
    ({ campaign }) => `/print/succession/summary/${campaign}`,
    people,
  ),
];

export const actions: readonly ActionCase[] = [
  act(
    'succession',
    'open',
    'succession.write',
    ({ unit }) => ({
      ...{
        unitId: unit,
        name: 'Quy hoạch nhiệm kỳ sau',
        kind: 'new',
        termKind: 'party',
        termFrom: '01/06/2035',
        termTo: '01/06/2040',
      },
      ...{ countedOn: '01/01/2026', dueOn: '01/06/2026', dueOwnOn: '01/07/2026' },
    }),
    { spoilt: () => ({ termFrom: formatDate(PLANNED_TERM.from), termTo: formatDate(PLANNED_TERM.to) }) },
  ),
  act('succession', 'close', 'succession.write', ({ campaign }) => ({ campaignId: campaign, version: '1' })),
  act('succession', 'setDue', 'succession.write', (target) => ({ ...ofList(target), dueOn: '01/06/2027' })),
  act(
    'succession',
    'propose',
    'succession.write',
    ({ list, freePost, cadre }) => ({
      listId: list,
      postId: freePost,
      cadreId: cadre,
      source: 'local',
      standing: 'first',
      reason: 'Thử',
    }),
    { spoilt: ({ list }) => ({ postId: list }) },
  ),
  act('succession', 'withdraw', 'succession.write', ({ name }) => ({ entryId: name, version: '1', note: 'Xin rút' })),
  act('succession', 'vote', 'succession.write', (target) => ({
    ...ofList(target),
    ...{ step: 'key', heldOn: '01/02/2026', summoned: '40', [`votes-${target.name}`]: '30' },
  })),
  act('succession', 'submit', 'succession.write', ofList),
  act('succession', 'sendBack', 'succession.approve', (target) => ({ ...ofList(target), note: 'Bổ sung cán bộ nữ' })),
  act('succession', 'approve', 'succession.approve', (target) => ({ ...ofList(target), ...given, approved: target.name })),
  act('succession', 'takeOut', 'succession.approve', ({ name }, { today }) => ({
    ...{ entryId: name, version: '1', leftReason: 'moved', leftOn: today },
    ...given,
  })),
];
