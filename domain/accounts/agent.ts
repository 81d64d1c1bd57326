const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'điện thoại Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'máy Windows'],
  [/Mac OS/, 'máy Mac'],
  [/Linux/, 'máy Linux'],
];

const first = (agent: string, table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(agent))?.[1];

/** A browser's User-Agent in words that its owner knows: 'Chrome trên máy Windows'. */
export function agentWords(agent: string | null): string {
  const browser = first(agent ?? '', BROWSERS) ?? 'Trình duyệt lạ';
  const system = first(agent ?? '', SYSTEMS);
  return system ? `${browser} trên ${system}` : browser;
}
