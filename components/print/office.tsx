import { placeAndDate, placeOf } from '@/domain/briefings/report';
import type { IsoDate } from '@/domain/calendar';
import { PartyHeader, Signatures } from './party';

/** Whose paper it is: of the provincial board where it is of the whole province (depth 0), else of that committee. superior: the unit above it. */
type Office = { name: string; depth: number; superior?: string };

/** The head of a list of that office, not numbered. */
export const OfficeHeader = ({ name, depth, superior, today }: Office & { today: IsoDate }) => (
  <PartyHeader
    superior={depth === 0 ? `Tỉnh ủy ${placeOf(name)}` : superior}
    issuer={depth === 0 ? 'Ban Tổ chức' : name}
    number={null}
    placeAndDate={placeAndDate(placeOf(name), today)}
  />
);

/** The head of the board signs, or the secretary for the standing committee. */
export const OfficeSignatures = ({ depth, recipients }: Pick<Office, 'depth'> & { recipients: string[] }) => (
  <Signatures
    recipients={recipients}
    authority={depth === 0 ? undefined : 'T/M Ban Thường vụ'}
    title={depth === 0 ? 'Trưởng ban' : 'Bí thư'}
  />
);
