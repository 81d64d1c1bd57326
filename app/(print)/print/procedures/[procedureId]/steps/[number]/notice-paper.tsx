import { PartyHeader, PrintPage, PrintTitle, Signatures } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import type { ProcedureFile, SittingRow } from '@/db/queries/procedures/procedure';
import { longDate, placeOf } from '@/domain/meetings/paper';
import { noticeParagraphs, type RenewalOnPaper } from '@/domain/procedures/renewal-paper';
import type { Rules } from '@/domain/rule-sets';
import { bareName } from '@/domain/units/bare-name';

type Props = { file: ProcedureFile; sitting: SittingRow; renewal: RenewalOnPaper; rules: Rules };

/** Tells the person, and the body they serve in, that the term ends. */
export function NoticePaper({ file, sitting, renewal, rules }: Props) {
  const ofUnit = renewal.unitName !== file.managingUnitName;
  return (
    <main lang="vi">
      <PrintBar back={`/procedures/${file.id}`} />
      <PrintPage>
        <PartyHeader
          issuer={bareName(file.managingUnitName)}
          number={sitting.minutesNumber ? `Số ${sitting.minutesNumber}` : 'Số ……-TB/……'}
          placeAndDate={`${placeOf({ superiorName: file.managingUnitName, provinceName: file.provinceName })}, ${longDate(sitting.heldOn, sitting.heldOn)}`}
        />
        <PrintTitle kind="Thông báo" about={`hết thời hạn giữ chức vụ ${renewal.title}`} />
        <p>
          Kính gửi: Đồng chí <b>{renewal.name}</b>
          {ofUnit && `; ${renewal.unitName}`}.
        </p>
        {noticeParagraphs(renewal, rules).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <Signatures
          recipients={[`Đồng chí ${renewal.name}`, ...(ofUnit ? [renewal.unitName] : []), 'Lưu Văn phòng.']}
          title="Thủ trưởng cơ quan"
        />
      </PrintPage>
    </main>
  );
}
