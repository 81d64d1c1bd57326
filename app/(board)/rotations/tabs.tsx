import Link from 'next/link';

const TABS = [
  ['/rotations', 'Sổ luân chuyển'],
  ['/rotations/plans', 'Kế hoạch, đề xuất'],
  ['/rotations/planner', 'Gợi ý'],
  ['/rotations/flow', 'Sơ đồ'],
  ['/rotations/reported', 'Số liệu đã báo cáo'],
] as const;

export const RotationTabs = ({ here }: { here: (typeof TABS)[number][0] }) => (
  <nav aria-label="Luân chuyển cán bộ" className="mb-5 flex flex-wrap gap-2">
    {TABS.map(([href, label]) => (
      <Link
        key={href}
        href={href}
        prefetch={false}
        className={`chip ${href === here ? 'on' : ''}`}
        aria-current={href === here ? 'page' : undefined}
      >
        {label}
      </Link>
    ))}
  </nav>
);
