// Replays the books and compares every stored state and summary. usage: npm run check:books [-- <how many differences to show>]
// Reads DATABASE_OWNER_URL (.data's own cluster when it runs here). Exit 1 when anything differs.
import pg from 'pg';
import { checkBooks } from '@/db/check-books';

const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error('Cần DATABASE_OWNER_URL: địa chỉ cơ sở dữ liệu với quyền chủ sở hữu.');
  process.exit(2);
}
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const client = new pg.Client({ connectionString: url });
await client.connect();
const began = Date.now();
const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
try {
  const { members, months, units, count, differences } = await checkBooks(client, {
    shown: Number(process.argv[2] ?? 20),
    say: (stage) => console.log(`${seconds().padStart(8)}  ${stage}`),
  });
  console.log(`${seconds().padStart(8)}  Đã đối chiếu ${members} đảng viên, ${months} tháng chi bộ, ${units} tổ chức.`);
  for (const { check, where, stored, replayed } of differences)
    console.log(`  SAI  ${check} | ${where} | sổ ghi ${stored}, phát lại ${replayed}`);
  console.log(count ? `${count} chỗ không khớp.` : 'Sổ khớp.');
  process.exitCode = count ? 1 : 0;
} finally {
  await client.end();
}
