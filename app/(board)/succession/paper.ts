import type { Campaign } from '@/db/queries/succession/campaigns';
import type { PlanList } from '@/db/queries/succession/list';
import { listPaperFacts, type Summary } from '@/db/queries/succession/paper';
import type { Viewer } from '@/domain/access/viewer';
import { PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { termWords } from '@/domain/succession/kinds';
import type { ListedPerson } from '@/domain/succession/list';
import { type Issuing, listPaper, summaryPaper, type TablePaper } from '@/domain/succession/paper';
import { summaryOf } from '@/domain/succession/summary';

type Taken = { asOf?: IsoDate; purpose?: string };

/** A list as the paper shows it, for the printer, Word and Excel. */
export async function paperOfList(viewer: Viewer, list: PlanList, { asOf, purpose }: Taken = {}): Promise<TablePaper> {
  const { head, campaign } = list;
  const facts = await listPaperFacts(viewer, [...list.persons.keys()]);
  const persons = listed(list, facts, viewer.today);
  const decision = head.approvedAt && head.decisionNumber;
  return listPaper(persons, {
    issuing: {
      unitName: head.province ? head.managerName : head.unitName,
      superiorName: head.superiorName,
      province: head.province,
    },
    taking: { name: viewer.name, at: new Date(), today: viewer.today },
    about: `quy hoạch ${termWords(campaign.termKind, campaign.termFrom, campaign.termTo)}, ${head.unitName}`,
    asOf: asOf ?? null,
    draft: !asOf && !head.approvedAt,
    decision: decision ? `Quyết định ${decision} ngày ${formatDate(head.decisionDate ?? '')}` : null,
    hidden: [...facts.values()].some(({ hidden }) => hidden),
    purpose,
  });
}

/** A person a row with every title, in the order of the titles; who is out of reach is named by no one. */
function listed(list: PlanList, facts: Awaited<ReturnType<typeof listPaperFacts>>, today: IsoDate): ListedPerson[] {
  const order = new Map(list.titles.map(({ id }, at) => [id, at]));
  const names = new Map(list.titles.map(({ id, name }) => [id, name]));
  const sorted = list.entries.toSorted((a, b) => (order.get(a.titleId) ?? 0) - (order.get(b.titleId) ?? 0));
  return [...new Set(sorted.map(({ personId }) => personId))].flatMap((id) => {
    const person = list.persons.get(id);
    if (!person) return [];
    const titles = sorted
      .filter(({ personId }) => personId === id)
      .map(({ titleId, source, standing, votes, note }) => ({ title: names.get(titleId) ?? '', source, standing, votes, note }));
    const { ethnicity = null, religion = null, joined = null } = facts.get(id) ?? {};
    return [
      {
        ...person,
        ...{ ethnicity, religion, joined, titles, computing: person.informatics },
        post: person.post && `${person.post}, ${person.unitName ?? ''}`,
        education: PROFESSIONAL[person.professional],
        theory: THEORY[person.theory],
        ratings: stripOf(person.ratings, lastRatedYear(today), list.rules).flatMap(({ year, level }) =>
          level ? [{ year, level }] : [],
        ),
      },
    ];
  });
}

/** The summary of a round as the paper shows it. */
export function paperOfSummary(
  viewer: Viewer,
  campaign: Campaign,
  { units, persons, draft }: Summary,
  issuing: Issuing,
  rules: Rules,
  purpose?: string,
): TablePaper {
  const summary = summaryOf(units, persons, { education: PROFESSIONAL, theory: THEORY }, rules, campaign.countedOn);
  return summaryPaper(summary, {
    issuing,
    taking: { name: viewer.name, at: new Date(), today: viewer.today },
    about: termWords(campaign.termKind, campaign.termFrom, campaign.termTo),
    draft,
    hidden: persons.some(({ religious }) => religious === null),
    ages: rules['age.brackets'].value,
    countedOn: campaign.countedOn,
    purpose,
  });
}

/** Who issues the summary of a round: the board where the whole province is in reach, otherwise the viewer's own unit. */
export function summaryIssuer(viewer: Viewer, campaign: Campaign): Issuing {
  const grants = viewer.grants.get('succession.read') ?? [];
  const own = viewer.offices.find(({ unitId }) => grants.some((grant) => grant.unitId === unitId));
  if (grants.some(({ root }) => root))
    return { unitName: own?.unitName ?? campaign.unitName, superiorName: null, province: true };
  return { unitName: own?.unitName ?? campaign.unitName, superiorName: campaign.unitName, province: false };
}
