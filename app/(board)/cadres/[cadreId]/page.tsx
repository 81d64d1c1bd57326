import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead, Tag } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { openCadreFile } from '@/db/commands/cadre-reads';
import type { CadreFile } from '@/db/queries/cadres/file';
import { rulesOn } from '@/db/queries/rule-sets';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { monthsEarly, monthsLeft, retirementOf, shiftWarning } from '@/domain/cadres/retirement';
import { formatDate, type IsoDate, yearsBetween } from '@/domain/calendar';
import { formatCard } from '@/domain/members/table';
import { formatMoment } from '@/domain/moments';
import { TIERS } from '@/domain/posts/kinds';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { Awards, Disciplines, History, Trainings } from './lines';
import { Removed } from './removed-lines';
import { Titles } from './titles';

export const metadata: Metadata = { title: 'Hồ sơ cán bộ' };

export default async function CadrePage({ params }: PageProps<'/cadres/[cadreId]'>) {
  const viewer = await enter('cadre.read');
  const file = await openCadreFile(viewer, (await params).cadreId);
  if (!file) notFound();
  const rules = await rulesOn(viewer, viewer.today);
  const here = `/cadres/${file.id}`;
  const { today } = viewer;
  return (
    <>
      <PageHead
        title={
          <>
            {file.fullName} {!file.serving && <Tag>Đã ra khỏi sổ đảng viên</Tag>}
          </>
        }
        crumbs={[
          { label: 'Cán bộ', href: '/cadres' },
          { label: file.managingUnitName, href: `/cadres?unit=${file.managingUnitId}` },
        ]}
        note={`${TIERS[file.tier]}. Lần xem này đã được ghi vào nhật ký.`}
      >
        <a className="btn" href={`/print/cadres/${file.id}/resume`}>
          In mẫu 2C
        </a>
        <a className="btn" href={`/print/cadres/${file.id}/biography`}>
          In tiểu sử
        </a>
        {file.serving && (
          <Link className="btn" href={`/cadres/eligibility?cadre=${file.id}`} prefetch={false}>
            Rà điều kiện
          </Link>
        )}
        {file.mayEdit && (
          <Link className="btn" href={`${here}/edit`} prefetch={false}>
            Sửa
          </Link>
        )}
        {file.mayDecide && file.serving && (
          <Link className="btn primary" href={`${here}/appointments/new`} prefetch={false}>
            Ghi giữ chức vụ
          </Link>
        )}
      </PageHead>
      <div className="grid gap-5 xl:grid-cols-2 xl:items-start">
        <div className="grid min-w-0 gap-5">
          <Card title="Thông tin chính">
            <Facts rows={mainRows(file, today)} />
          </Card>
          <Card title="Trình độ">
            <Facts rows={learningRows(file)} />
          </Card>
          <Card title="Tuyển dụng, công tác">
            <Facts rows={workRows(file)} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-5">
          <Titles titles={file.titles} cadreId={file.id} today={today} mayDecide={file.mayDecide} />
          <Card title="Xếp loại ba năm">
            <p className="px-4 py-3">
              <RatingStrip strip={stripOf(file.ratings, lastRatedYear(today), rules)} />
            </p>
          </Card>
          <Card title="Nghỉ hưu">
            <Facts rows={retirementRows(file, rules, today)} />
          </Card>
        </div>
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-5">
        <History file={file} />
        <Trainings file={file} today={today} />
        <Awards file={file} />
        <Disciplines file={file} today={today} />
        <Removed lines={file.removed} />
      </div>
      <p className="mt-3 text-ink-soft text-sm">
        Sửa lần cuối {file.updatedBy ? `bởi ${file.updatedBy}, ` : ''}
        {formatMoment(file.updatedAt)}.
      </p>
    </>
  );
}

const day = (date: string | null) => date && formatDate(date);

const mainRows = (file: CadreFile, today: IsoDate) =>
  [
    [
      'Họ và tên',
      <b key="name">
        <a href={`/members/${file.memberId}`}>{file.fullName}</a>
      </b>,
    ],
    ['Số hiệu cán bộ', file.fileNumber],
    ['Tên gọi khác', file.otherName],
    ['Ngày sinh', `${formatDate(file.born)} (${yearsBetween(file.born, today)} tuổi)`],
    ['Giới tính', file.female ? 'Nữ' : 'Nam'],
    ['Quê quán', file.homePlace ?? '—'],
    ['Nơi sinh', file.birthPlace],
    ['Nơi ở hiện nay', file.address],
    ['Điện thoại', file.phone],
    [
      'Vào Đảng',
      file.joined ? `${formatDate(file.joined)}${file.official ? `, chính thức ${formatDate(file.official)}` : ''}` : null,
    ],
    ['Số thẻ đảng viên', file.cardNumber && formatCard(file.cardNumber)],
    ['Chi bộ', file.cellName],
    [
      'Dân tộc, tôn giáo, căn cước, sức khỏe',
      file.maySeeSensitive ? (
        <Link key="sensitive" href={`/members/${file.memberId}/sensitive`} prefetch={false}>
          Xem ở phần nhạy cảm của đảng viên
        </Link>
      ) : (
        'Chỉ người có quyền được xem'
      ),
    ],
  ] as const;

const learningRows = (file: CadreFile) =>
  [
    ['Giáo dục phổ thông', file.generalEducation],
    ['Chuyên môn', [PROFESSIONAL[file.professional], file.specialty].filter(Boolean).join(', ')],
    ['Học hàm', file.academicTitle],
    ['Lý luận chính trị', THEORY[file.theory]],
    ['Quản lý nhà nước', ADMINISTRATION[file.administration]],
    ['Quốc phòng và an ninh', file.defence && `Đối tượng ${file.defence}`],
    ['Ngoại ngữ, tiếng dân tộc', file.language],
    ['Tin học', file.informatics],
  ] as const;

const workRows = (file: CadreFile) =>
  [
    ['Nghề nghiệp trước khi tuyển dụng', file.formerOccupation],
    ['Tuyển dụng', [day(file.recruitedOn), file.recruitedBy].filter(Boolean).join(', ') || '—'],
    ['Vào cơ quan hiện nay', day(file.joinedAgencyOn)],
    ['Tham gia tổ chức chính trị – xã hội', day(file.unionJoinedOn)],
    ['Nhập ngũ, xuất ngũ', [day(file.enlistedOn), day(file.dischargedOn), file.militaryRank].filter(Boolean).join(' – ')],
    ['Công việc chính đang làm', file.mainWork],
    ['Công việc làm lâu nhất', file.longestWork],
    ['Sở trường công tác', file.strengths],
    ['Danh hiệu được phong', file.honours],
    [
      'Ngạch, bậc, hệ số',
      [
        file.civilRank,
        file.civilStep && `bậc ${file.civilStep}`,
        file.civilCoefficient,
        file.civilSince && `từ ${formatDate(file.civilSince)}`,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    ['Giấy khám sức khỏe', day(file.healthCheckedOn)],
    ['Xác nhận sơ yếu lý lịch', day(file.resumeCertifiedOn)],
  ] as const;

function retirementRows(file: CadreFile, rules: Rules, today: IsoDate) {
  const person = { female: file.female, born: file.born, rule: file.retirementRule, on: file.retirementDate };
  const retirement = retirementOf(person, rules);
  return [
    ['Làm việc đến hết ngày', formatDate(retirement.leaves)],
    ['Hưởng lương hưu từ', formatDate(retirement.pension)],
    ['Còn công tác (tính tuổi bổ nhiệm, ứng cử)', `${monthsLeft(retirement, today)} tháng`],
    ['Nếu nghỉ ngay: sớm so với ngày hưởng lương hưu', `${monthsEarly(retirement, today)} tháng`],
    ['Cách tính', retirement.basis],
    ['Căn cứ riêng', file.retirementBasis],
    ['Lưu ý', shiftWarning(person, rules)],
  ] as const;
}
