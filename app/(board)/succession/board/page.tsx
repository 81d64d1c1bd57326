import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { noteReading } from '@/db/commands/readings';
import { rulesOn } from '@/db/queries/rule-sets';
import { type BoardAsked, type CoverageKey, countCoverage, getBoard } from '@/db/queries/succession/board';
import { chooseUnit } from '@/db/queries/units';
import { isLevel, LEVELS } from '@/domain/posts/kinds';
import { termWords } from '@/domain/succession/kinds';
import { isUuid } from '@/domain/text';
import { chosenTerm } from '../chosen-term';
import { boardLines } from './board-lines';
import { BoardTable } from './board-table';
import { CoverageLine, isCoverage } from './coverage-line';

export const metadata: Metadata = { title: 'Bảng quy hoạch' };

type Place = Partial<Record<'level' | 'coverage' | 'after', string>>;

/** Titles against the people planned for them, with who is ready and how far the titles are covered. Each view is in the read log. */
export default async function BoardPage({ searchParams }: PageProps<'/succession/board'>) {
  const viewer = await enter('succession.read');
  const search = await searchParams;
  const [unit, term] = await Promise.all([
    chooseUnit(viewer, 'succession.read', search.unit),
    chosenTerm(viewer, search.campaign),
  ]);
  if (!unit) notFound();
  if (!term) return <NoTerm />;
  const level = typeof search.level === 'string' && isLevel(search.level) ? search.level : undefined;
  const coverage: CoverageKey | undefined = isCoverage(search.coverage) ? search.coverage : undefined;
  const rules = await rulesOn(viewer, viewer.today, unit.id);
  const asked: BoardAsked = {
    unitId: unit.id,
    root: unit.depth === 0,
    term,
    level,
    coverage,
    after: isUuid(search.after) ? search.after : undefined,
  };
  // Nothing is shown before the reading is on record: all three are waited for.
  const [{ counts, levels }, board] = await Promise.all([
    countCoverage(viewer, asked),
    getBoard(viewer, asked, rules),
    noteReading(viewer, { action: 'succession.board', subjectType: 'unit', subjectId: unit.id, unitId: unit.id }),
  ]);
  const at = (place: Place) =>
    `/succession/board?${new URLSearchParams({ campaign: term.campaignId, unit: unit.id, ...given({ level, coverage, ...place }) })}`;
  return (
    <>
      <PageHead
        title="Bảng quy hoạch"
        crumbs={[{ label: 'Quy hoạch cán bộ', href: '/succession' }, { label: unit.shortName }]}
        note={`Quy hoạch ${termWords(term.termKind, term.termFrom, term.termTo)}; cả người đã phê duyệt và người đang đề xuất. Lần xem này đã được ghi vào nhật ký.`}
      >
        <Link className="btn" href={`/succession/training?campaign=${term.campaignId}&unit=${unit.id}`} prefetch={false}>
          Đã quy hoạch, chưa đào tạo
        </Link>
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <CoverageLine counts={counts} rules={rules} chosen={coverage} at={(key) => at({ coverage: key, after: undefined })} />
        {(levels.length > 1 || level) && (
          <nav aria-label="Lọc theo cấp" className="flex flex-wrap gap-2">
            <Link className={level ? 'chip' : 'chip on'} href={at({ level: undefined, after: undefined })} prefetch={false}>
              Mọi cấp
            </Link>
            {levels.map((each) => (
              <Link
                key={each}
                className={each === level ? 'chip on' : 'chip'}
                href={at({ level: each, after: undefined })}
                prefetch={false}
              >
                {LEVELS[each]}
              </Link>
            ))}
          </nav>
        )}
        <Card>
          {board.titles.length ? (
            <BoardTable titles={boardLines(board, rules, term, viewer.today)} campaign={term.campaignId} />
          ) : (
            <Empty>Không có chức danh nào theo bộ lọc này.</Empty>
          )}
          <Pager
            shown={board.titles.length}
            total={coverage ? 'nhiều' : counts.reduce((sum, { titles }) => sum + titles, 0)}
            noun="chức danh"
            first={search.after ? at({ after: undefined }) : undefined}
            next={board.hasNext ? at({ after: board.titles.at(-1)?.id }) : undefined}
          />
        </Card>
      </div>
    </>
  );
}

const given = (place: Place): Record<string, string> =>
  Object.fromEntries(Object.entries(place).filter((pair): pair is [string, string] => Boolean(pair[1])));

const NoTerm = () => (
  <>
    <PageHead title="Bảng quy hoạch" crumbs={[{ label: 'Quy hoạch cán bộ', href: '/succession' }]} />
    <Card>
      <Empty>Chưa có đợt quy hoạch nào, nên chưa có bảng. Hãy mở đợt quy hoạch trước.</Empty>
    </Card>
  </>
);
