// Recomputes the chains of the audit log and the read log and compares them with their recorded ends.
// usage: npm run check:audit   (needs DATABASE_OWNER_URL; ends with 1 when a row was changed, removed or inserted, and names the first)
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { type ChainFault, chainEnds, chainFaults } from '@/db/audit-chains';

const SHOWN = 10;
const WORDS = { changed: 'bị sửa', removed: 'bị xóa (dòng này hoặc ngay trước nó)', inserted: 'bị chèn vào' };
const LOGS = { audit_log: 'nhật ký thay đổi', read_log: 'nhật ký xem' };
const line = ({ log, chain, seq, kind }: ChainFault) => `${LOGS[log]}, chuỗi ${chain}, dòng ${seq}: ${WORDS[kind]}`;

const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error('DATABASE_OWNER_URL chưa được đặt: lệnh này cần vai trò sở hữu cơ sở dữ liệu. Xem .env.example.');
  process.exit(2);
}
const pool = new pg.Pool({ connectionString: url, max: 1 });
try {
  const database = drizzle(pool);
  const faults = await chainFaults(database);
  for (const { log, rows, digest } of await chainEnds(database)) console.log(`${LOGS[log]}: ${rows} dòng, dấu ${digest}`);
  if (faults[0]) {
    console.error(`SAI: dòng đầu tiên không khớp là ${line(faults[0])}.`);
    for (const fault of faults.slice(1, SHOWN)) console.error(`     ${line(fault)}`);
    if (faults.length > SHOWN) console.error(`     … và ${faults.length - SHOWN} chỗ nữa`);
    process.exitCode = 1;
  } else console.log('Các chuỗi đều khớp: không dòng nào bị sửa, xóa hay chèn.');
} finally {
  await pool.end();
}
