import { getCampaign, getNewestCampaign } from '@/db/queries/succession/campaigns';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import type { TermKind } from '@/domain/succession/kinds';
import { isUuid } from '@/domain/text';

export type ChosenTerm = {
  campaignId: string;
  name: string;
  termKind: TermKind;
  termFrom: IsoDate;
  termTo: IsoDate;
  countedOn: IsoDate;
};

/** The term that a board shows: of the campaign asked for, or of the newest in reach; null while there is none. */
export async function chosenTerm(viewer: Viewer, asked: unknown): Promise<ChosenTerm | null> {
  const campaign = isUuid(asked) ? await getCampaign(viewer, asked) : await getNewestCampaign(viewer);
  return campaign ? { ...campaign, campaignId: campaign.id } : null;
}
