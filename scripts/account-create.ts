// Makes the first administrator: an account with the system administrator's office in the province, which is founded in an empty database.
// usage: npm run account:create [-- --username NAME --name "Họ và tên" --province "Đảng bộ tỉnh …"]   (asks for what is missing; needs DATABASE_OWNER_URL)
import { randomInt, randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { hashPassword } from '@/db/passwords';
import { CreateAccountInput } from '@/domain/accounts/inputs';
import { TEMPORARY_DAYS, temporaryPassword } from '@/domain/accounts/temporary-password';
import { foldName, nameSortKey } from '@/domain/names';

class Fault extends Error {}

const { values } = parseArgs({
  options: { username: { type: 'string' }, name: { type: 'string' }, province: { type: 'string' } },
});

async function question(text: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(text);
  prompt.close();
  return answer;
}

async function askAccount(): Promise<{ username: string; fullName: string }> {
  const username = values.username ?? (await question('Tên đăng nhập (chữ không dấu): '));
  const fullName = values.name ?? (await question('Họ và tên: '));
  const parsed = CreateAccountInput.safeParse({ username, fullName });
  if (parsed.success) return parsed.data;
  throw new Fault(parsed.error.issues.map(({ message }) => message).join('\n'));
}

async function province(client: pg.Client): Promise<{ id: string; name: string }> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'select id, name from units where parent_id is null order by founded_on limit 1',
  );
  if (rows[0]) return rows[0];
  const typed = values.province ?? (await question('Tên đảng bộ tỉnh (ví dụ: Đảng bộ tỉnh Bình Sơn): '));
  const root = { id: randomUUID(), name: typed.normalize('NFC').replace(/\s+/g, ' ').trim() };
  if (root.name.length < 5) throw new Fault('Tên đảng bộ tỉnh còn trống. Hãy chạy lại và ghi đủ tên.');
  await client.query(
    "insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, depth, is_cell) values ($1, 'T', 'P', $2, $2, $3, $4, '2000-01-01', 0, false)",
    [root.id, root.name, foldName(root.name), nameSortKey(root.name)],
  );
  await client.query("insert into unit_placements (id, unit_id, kind, name, valid_from) values ($1, $2, 'P', $3, '2000-01-01')", [
    randomUUID(),
    root.id,
    root.name,
  ]);
  await client.query('insert into unit_tree (ancestor_id, unit_id, depth) values ($1, $1, 0)', [root.id]);
  return root;
}

async function createAdministrator(client: pg.Client): Promise<void> {
  const { username, fullName } = await askAccount();
  const root = await province(client);
  const taken = await client.query('select 1 from accounts where username = $1', [username]);
  if (taken.rowCount) throw new Fault(`Tên đăng nhập ${username} đã có người dùng. Hãy chọn tên khác.`);
  const id = randomUUID();
  const password = temporaryPassword(randomInt);
  await client.query(
    'insert into accounts (id, username, full_name, password_hash, password_changed_at, must_change_password) values ($1, $2, $3, $4, now(), true)',
    [id, username, fullName, await hashPassword(password)],
  );
  await client.query(
    "insert into offices_held (id, account_id, office, unit_id, held_from) values ($1, $2, 'system_administrator', $3, (now() at time zone 'Asia/Ho_Chi_Minh')::date)",
    [randomUUID(), id, root.id],
  );
  await client.query(
    `insert into audit_log (chain, seq, prev_hash, hash, action, subject_type, subject_id, unit_id, detail)
     values (0, 0, '', '', 'account.create', 'account', $1, $2, '{"office": "system_administrator", "by": "command line"}')`,
    [id, root.id],
  );
  await client.query('commit');
  console.log(
    `Đã tạo quản trị hệ thống của ${root.name}.\nTên đăng nhập: ${username}\nMật khẩu tạm (chỉ hiện lần này, dùng trong ${TEMPORARY_DAYS} ngày, phải đổi khi đăng nhập): ${password}`,
  );
}

const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error('DATABASE_OWNER_URL chưa được đặt: lệnh này cần vai trò sở hữu cơ sở dữ liệu. Xem .env.example.');
  process.exit(1);
}
const client = new pg.Client({ connectionString: url });
try {
  await client.connect();
  await client.query('begin');
  await createAdministrator(client);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await client.end();
}
