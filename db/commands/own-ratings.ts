import { sql } from 'drizzle-orm';
import type { OwnRating } from '@/domain/ratings/inputs';
import { ownRatingIn } from '../queries/ratings/own';
import { command, notFound, refused, stale } from '../write';

const DECIDED = 'Kỳ này đã có quyết định xếp loại nên không ghi được nữa.';

/** A unit enters how it rates itself, for its own row alone and as long as its group is open; the database holds both too. */
export const enterOwnRating = command<OwnRating, { ratingId: string }>(
  'enterOwnRating',
  'rating.self',
  async (tx, viewer, { ratingId, version, selfPoints, selfLevel, selfReason, selfOn }) => {
    const row = await ownRatingIn(tx, viewer, ratingId);
    if (!row) return notFound();
    if (row.version !== version) return stale(tx, row.selfBy, row.selfAt ? new Date(row.selfAt) : null);
    if (row.level !== null) return refused('', DECIDED);
    if (selfOn > viewer.today) return refused('selfOn', 'Ngày họp tự xếp loại sau hôm nay. Hãy ghi lại ngày.');
    const { rows } = await tx.execute<{ entered: boolean }>(
      sql`select enter_own_rating(${ratingId}, ${version}, ${selfPoints}, ${selfLevel}, ${selfReason}, ${selfOn}) as entered`,
    );
    if (!rows[0]?.entered) return refused('', `Vừa có người ghi trước, hoặc đã có quyết định. Hãy tải lại trang.`);
    const { unitId, year } = row;
    return {
      result: { ratingId },
      audit: [{ action: 'rating.own', subjectType: 'rating', subjectId: ratingId, unitId, detail: { year } }],
    };
  },
);
