import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import type { OfficeKey } from '@/domain/access/offices';
import { Visitor } from '@/proof/visitor';
import type { LoadTarget } from './target';

const PASSWORD = 'Thu-tai-2026';
/** Cheap on purpose: what is measured is the work, not three hundred times the cost of a password. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

export type Holder = { username: string; fullName: string; office: OfficeKey; unitId: string };

/** Gives each an account that holds the office in the unit from the first of the year on. */
export async function makeAccounts({ db }: LoadTarget, holders: readonly Holder[]): Promise<void> {
  const passwordHash = await hash(PASSWORD, CHEAP);
  const rows = JSON.stringify(holders.map((holder) => ({ ...holder, id: uuidv7(), heldId: uuidv7() })));
  await db.query(
    `with people as (select * from jsonb_to_recordset($1::jsonb) as p (id uuid, "heldId" uuid, username text, "fullName" text, office text, "unitId" uuid)),
      made as (insert into accounts (id, username, full_name, password_hash, must_change_password) select id, username, "fullName", $2, false from people)
     insert into offices_held (id, account_id, office, unit_id, held_from) select "heldId", id, office, "unitId", '2026-01-01' from people`,
    [rows, passwordHash],
  );
}

export const signedIn = (target: LoadTarget, username: string): Promise<Visitor> =>
  new Visitor(target.address).signIn(username, PASSWORD);

/** A new account in that office, signed in. */
export async function visitorIn(target: LoadTarget, office: OfficeKey, unitId: string): Promise<Visitor> {
  const username = `tai.${uuidv7().slice(-12)}`;
  await makeAccounts(target, [{ username, fullName: 'Người thử tải', office, unitId }]);
  return signedIn(target, username);
}
