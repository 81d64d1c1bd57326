import { createHash } from 'node:crypto';
import { z } from 'zod';

export const CHAIN_LOGS = ['audit_log', 'read_log'] as const;
export type ChainLog = (typeof CHAIN_LOGS)[number];
/** Chains a log has. */
export const CHAINS = 64;
/** Digits of a row's hash that an anchor keeps for it: enough to name the first row that is another one. */
export const MARK = 16;
/** Digits of a digest that must be typed to find it again. */
export const DIGEST_TYPED = 16;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const perLog = <T extends z.ZodType>(value: T) => z.object({ audit_log: value, read_log: value });

/** How far one chain has grown: the rows after `after` up to `seq`, the hash of the last, and a mark of each. */
const Growth = z.object({
  log: z.enum(CHAIN_LOGS),
  chain: z
    .int()
    .min(0)
    .max(CHAINS - 1),
  after: z.int().min(0),
  seq: z.int().min(1),
  hash,
  marks: z.string().regex(/^[0-9a-f]*$/),
});

/** One line of the file: when, the line before it (its hash; '' for the first), what has grown since, and over all chains after that: rows and digest of each log. */
const Anchor = z.object({
  at: z.iso.datetime(),
  prev: z.union([hash, z.literal('')]),
  rows: perLog(z.int().min(0)),
  digests: perLog(hash),
  grown: z.array(Growth),
});

export type Growth = z.output<typeof Growth>;
export type Anchor = z.output<typeof Anchor>;
export type Head = { log: ChainLog; chain: number; seq: number; hash: string };
/** What the lines read so far say together. heads: by `log:chain`, only chains with rows. */
export type Anchored = { lines: number; lastHash: string; lastAt: string | null; heads: Map<string, Head> };
/** unlinked: the line does not follow the one before it. uneven: it does not fit what it says itself. */
export type LineFault = 'unlinked' | 'uneven';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const nameOf = ({ log, chain }: { log: ChainLog; chain: number }) => `${log}:${chain}`;

export const nothingAnchored = (): Anchored => ({ lines: 0, lastHash: '', lastAt: null, heads: new Map() });

/** One digest over the ends of all chains of a log, empty ones too. */
export function digestOf(heads: Anchored['heads'], log: ChainLog): string {
  const ends = Array.from({ length: CHAINS }, (_, chain) => {
    const head = heads.get(nameOf({ log, chain }));
    return `${chain}:${head?.seq ?? 0}:${head?.hash ?? ''}`;
  });
  return sha256(ends.join(','));
}

export const rowsOf = (heads: Anchored['heads'], log: ChainLog): number =>
  [...heads.values()].reduce((sum, head) => (head.log === log ? sum + head.seq : sum), 0);

const bothLogs = <T>(value: (log: ChainLog) => T): Record<ChainLog, T> => ({
  audit_log: value('audit_log'),
  read_log: value('read_log'),
});

/** A line of the file; null when it is none (a write that was cut off). */
export function anchorIn(line: string): Anchor | null {
  try {
    return Anchor.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

function grow(heads: Anchored['heads'], grown: readonly Growth[]): Anchored['heads'] {
  const next = new Map(heads);
  for (const { log, chain, seq, hash } of grown) next.set(nameOf({ log, chain }), { log, chain, seq, hash });
  return next;
}

/** The line that carries this growth on, and what is anchored with it. at: ISO moment. */
export function nextAnchor(before: Anchored, grown: Growth[], at: string): { line: string; after: Anchored } {
  const heads = grow(before.heads, grown);
  const anchor: Anchor = {
    at,
    prev: before.lastHash,
    rows: bothLogs((log) => rowsOf(heads, log)),
    digests: bothLogs((log) => digestOf(heads, log)),
    grown,
  };
  const line = JSON.stringify(anchor);
  return { line, after: { lines: before.lines + 1, lastHash: sha256(line), lastAt: at, heads } };
}

/** What is anchored once this line is read, and whether the line holds. The line goes on counting when it does not. */
export function follow(before: Anchored, line: string, anchor: Anchor): { after: Anchored; fault: LineFault | null } {
  const heads = grow(before.heads, anchor.grown);
  const even =
    anchor.grown.every(
      (part) => part.after === (before.heads.get(nameOf(part))?.seq ?? 0) && part.marks.length === (part.seq - part.after) * MARK,
    ) && CHAIN_LOGS.every((log) => anchor.rows[log] === rowsOf(heads, log) && anchor.digests[log] === digestOf(heads, log));
  return {
    after: { lines: before.lines + 1, lastHash: sha256(line), lastAt: anchor.at, heads },
    fault: anchor.prev !== before.lastHash ? 'unlinked' : even ? null : 'uneven',
  };
}

/** A digest as someone types it from paper: in groups, upper or lower case. Null when too short, or no digest. */
export function typedDigest(text: string): string | null {
  const plain = text.replace(/[\s.·-]/g, '').toLowerCase();
  return /^[0-9a-f]+$/.test(plain) && plain.length >= DIGEST_TYPED && plain.length <= 64 ? plain : null;
}

/** In groups of four, as it stands on paper. */
export const groupedDigest = (digest: string): string => digest.replace(/(.{4})(?=.)/g, '$1 ');
