import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { defaultRules } from '@/domain/rule-sets';
import { countCoverage, getBoard, getCompared } from './queries/succession/board';
import { countLists, getCampaign, getNewestCampaign, listCampaigns, listLists } from './queries/succession/campaigns';
import { listCandidates } from './queries/succession/candidates';
import { getList } from './queries/succession/list';
import { getSummary, listPaperFacts } from './queries/succession/paper';
import { countPlanned, listPlanned, listUntrained } from './queries/succession/people';
import type { TestDatabase } from './testing';
import { addCadre, addPost } from './testing-cadres';
import { CAMPAIGN, plantHolding } from './testing-succession';

export type HiddenPlanning = {
  campaignId: string;
  listId: string;
  titleId: string;
  lowerId: string;
  cadreId: string;
  unitId: string;
};

/** A title, a name on it with votes, and somebody who could be on it, each marked, of a commune that the stranger does not reach. */
export async function hidePlanning(
  db: TestDatabase,
  mark: string,
  { commune, cell }: { commune: string; cell: string },
): Promise<HiddenPlanning> {
  const [campaignId, listId, entryId] = [randomUUID(), randomUUID(), randomUUID()];
  const own = { unitId: commune, managingUnitId: commune };
  const titleId = await addPost(db, { ...own, title: `${mark} Phó Chủ tịch`, grade: 58, standards: { theory: 'advanced' } });
  const lowerId = await addPost(db, { ...own, title: `${mark} Chánh Văn phòng`, grade: 50 });
  const person = { cellId: cell, committeeId: commune, managingUnitId: commune };
  const { cadreId, memberId } = await addCadre(db, { ...person, fullName: `${mark} Nguyễn Văn An` });
  const { cadreId: other } = await addCadre(db, { ...person, fullName: `${mark} Lò Văn Bình` });
  await plantHolding(db, other, lowerId);
  await db.owner.query('insert into member_sensitive (member_id, cell_id, committee_id, religion) values ($1, $2, $3, $4)', [
    memberId,
    cell,
    commune,
    mark,
  ]);
  await db.owner.query(
    `insert into succession_campaigns (id, unit_id, name, kind, term_kind, term_from, term_to, counted_on)
     select $1, id, 'Đợt thử', 'review', 'party', $2, $3, '2026-11-22' from units where parent_id is null`,
    [campaignId, CAMPAIGN.termFrom, CAMPAIGN.termTo],
  );
  await db.owner.query(
    "insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on, return_note) values ($1, $2, $3, $3, '2026-12-15', $4)",
    [listId, campaignId, commune, mark],
  );
  await db.owner.query(
    `insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, note)
     values ($1, $2, $3, $4, $4, $5, 'party', $6, $7, 'local', 'first', $8)`,
    [entryId, listId, titleId, commune, cadreId, CAMPAIGN.termFrom, CAMPAIGN.termTo, mark],
  );
  await db.owner.query(
    "insert into succession_votes (entry_id, step, managing_unit_id, held_on, summoned, votes) values ($1, 'expanded', $2, '2026-11-10', 40, 31)",
    [entryId, commune],
  );
  return { campaignId, listId, titleId, lowerId, cadreId, unitId: commune };
}

type Known = { planning: HiddenPlanning };
type Case = { run: (viewer: Viewer, known: Known) => Promise<unknown>; nothing?: unknown; marked?: false };

const rules = defaultRules();
const term = { termKind: 'party', termFrom: CAMPAIGN.termFrom } as const;

/** The queries of planning for db/second-lock.test.ts. */
export const PLANNING_CASES: Record<string, Case> = {
  'succession/campaigns:listCampaigns': { run: (viewer) => listCampaigns(viewer), nothing: [] },
  'succession/campaigns:getCampaign': { run: (viewer, { planning }) => getCampaign(viewer, planning.campaignId), nothing: null },
  'succession/campaigns:getNewestCampaign': { run: (viewer) => getNewestCampaign(viewer), nothing: null },
  'succession/campaigns:countLists': { run: (viewer, { planning }) => countLists(viewer, planning.campaignId), nothing: {} },
  'succession/people:countPlanned': {
    run: (viewer) => countPlanned(viewer, { ...term, countedOn: CAMPAIGN.countedOn }, rules),
    nothing: { total: 0, under: 0, middle: 0, over: 0, women: 0, young: 0, minority: 0 },
  },
  'succession/people:listPlanned': {
    run: async (viewer) => {
      const found = await listPlanned(viewer, { ...term, countedOn: CAMPAIGN.countedOn }, rules);
      return { ...found, persons: [...found.persons.values()] };
    },
  },
  'succession/campaigns:listLists': {
    run: (viewer, { planning }) => listLists(viewer, { id: planning.campaignId, ...term }),
    nothing: { rows: [], hasNext: false },
  },
  'succession/list:getList': {
    run: async (viewer, { planning }) => {
      const list = await getList(viewer, planning.listId);
      return list && { ...list, rules: null, persons: [...list.persons.values()] };
    },
    nothing: null,
  },
  'succession/candidates:listCandidates': { run: (viewer, { planning }) => listCandidates(viewer, planning.titleId, '') },
  'succession/board:getBoard': {
    run: async (viewer, { planning }) => {
      const board = await getBoard(viewer, { unitId: planning.unitId, root: false, term }, rules);
      return { ...board, persons: [...board.persons.values()] };
    },
  },
  'succession/board:countCoverage': {
    run: (viewer, { planning }) => countCoverage(viewer, { unitId: planning.unitId, root: false, term }),
    nothing: { counts: [{ persons: 0, titles: 0 }], levels: [] },
  },
  'succession/board:getCompared': {
    run: (viewer, { planning }) => getCompared(viewer, planning.titleId, [planning.cadreId], term, rules),
  },
  'succession/people:listUntrained': {
    run: async (viewer, { planning }) => {
      const found = await listUntrained(viewer, { unitId: planning.unitId, root: false, term }, rules);
      return { ...found, persons: [...found.persons.values()] };
    },
  },
  'succession/paper:listPaperFacts': {
    run: async (viewer, { planning }) => [...(await listPaperFacts(viewer, [planning.cadreId])).values()],
  },
  'succession/paper:getSummary': {
    run: async (viewer, { planning }) => {
      const campaign = await getCampaign(viewer, planning.campaignId);
      return campaign && getSummary(viewer, campaign);
    },
    nothing: null,
  },
};
