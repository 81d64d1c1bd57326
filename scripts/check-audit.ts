// Recomputes the chains of the audit log and the read log and holds them against every anchor outside the database.
// usage: npm run check:audit [-- --anchor] [-- --against "1a2b 3c4d 5e6f 7081"]
//   --anchor   anchors the logs as they stand now, when nothing is wrong    --against   looks for the anchor with this digest, from paper
// Needs DATABASE_OWNER_URL, and AUDIT_ANCHOR_FILE for the anchors. Ends with 1 when something does not hold, and names the first bad row.
import { parseArgs } from 'node:util';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { AnchorBroken, anchorNow, checkAnchors, faultsInOrder } from '@/db/audit-anchors';
import { chainEnds, chainFaults } from '@/db/audit-chains';
import { rowsOf, typedDigest } from '@/domain/audit/anchors';
import { fileFaultWords, foundWords, LOG_NAMES, rowFaultWords } from '@/domain/audit/faults';
import { formatMoment } from '@/domain/moments';

const SHOWN = 10;
const { values: asked } = parseArgs({ options: { anchor: { type: 'boolean' }, against: { type: 'string' } } });
const { DATABASE_OWNER_URL: url, AUDIT_ANCHOR_FILE: file } = process.env;
const digest = asked.against === undefined ? undefined : typedDigest(asked.against);
if (!url) stop('DATABASE_OWNER_URL chưa được đặt: lệnh này cần vai trò sở hữu cơ sở dữ liệu. Xem .env.example.');
if (!file && (asked.anchor || asked.against)) stop('AUDIT_ANCHOR_FILE chưa được đặt: không có tệp niêm. Xem .env.example.');
if (digest === null) stop('Dấu cần đối chiếu phải có ít nhất 16 chữ số 0–9, a–f, chép đúng thứ tự từ bản giấy.');

const pool = new pg.Pool({ connectionString: url, max: 1 });
try {
  const faults = await check();
  if (faults.length) {
    console.error(`SAI: dòng đầu tiên không khớp là ${faults[0]}.`);
    for (const fault of faults.slice(1, SHOWN)) console.error(`     ${fault}`);
    if (faults.length > SHOWN) console.error(`     … và ít nhất ${faults.length - SHOWN} chỗ nữa`);
    process.exitCode = 1;
  } else if (asked.anchor && file) await anchor(file);
} finally {
  await pool.end();
}

function stop(why: string): never {
  console.error(why);
  process.exit(2);
}

/** Prints what there is and gives what does not hold, in words, the first bad row first. */
async function check(): Promise<string[]> {
  const database = drizzle(pool);
  const anchors = file ? await checkAnchors(database, file, digest ?? undefined) : null;
  const rows = faultsInOrder(await chainFaults(database), anchors?.faults ?? []);
  for (const { log, rows, digest } of await chainEnds(database)) {
    const open = anchors ? Math.max(0, Number(rows) - rowsOf(anchors.anchored.heads, log)) : 0;
    console.log(`${LOG_NAMES[log]}: ${rows} dòng${open ? `, ${open} dòng chưa niêm` : ''}, dấu ${digest}`);
  }
  if (anchors) {
    const { lines, lastAt } = anchors.anchored;
    console.log(lastAt ? `tệp niêm: ${lines} lần, lần cuối ${formatMoment(lastAt)}` : 'tệp niêm: chưa có lần niêm nào');
  } else console.log('AUDIT_ANCHOR_FILE chưa được đặt: chỉ đối chiếu được các dòng với nhau.');
  const faults = [...rows.map(rowFaultWords), ...(anchors?.fileFaults ?? []).map(fileFaultWords)];
  if (!faults.length) console.log('Các chuỗi đều khớp: không dòng nào bị sửa, xóa hay chèn.');
  if (anchors?.found) console.log(`Dấu cần đối chiếu: có, ${foundWords(anchors.found)}.`);
  else if (digest) faults.push('dấu cần đối chiếu không có trong tệp niêm: chép sai, hoặc tệp đã bị thay');
  return faults;
}

async function anchor(to: string): Promise<void> {
  try {
    const { lastAt, lines } = await anchorNow(to, (work) => drizzle(pool).transaction(work));
    console.log(`Đã niêm lần thứ ${lines}, lúc ${formatMoment(lastAt ?? '')}.`);
  } catch (error) {
    const why = error instanceof AnchorBroken ? 'nhật ký không còn như lần niêm trước' : (error as Error).message;
    console.error(`Không niêm được: ${why}.`);
    process.exitCode = 1;
  }
}
