'use client';

import Link from 'next/link';

const WORDS = {
  'not-found': [
    'Không tìm thấy trang',
    'Trang này không có, đã chuyển đi, hoặc nằm ngoài phạm vi tổ chức mà bạn phụ trách. Hãy kiểm tra lại đường dẫn hoặc quay về trang đầu.',
  ],
  forbidden: [
    'Không thuộc chức trách của bạn',
    'Chức trách hiện nay của bạn không có quyền mở trang này. Nếu cần, hãy đề nghị quản trị hệ thống của cơ quan xem lại chức trách.',
  ],
} as const;

/** Why there is no page. A client part, so that its words do not travel with every page that might need them. inside: within the frame. */
export function Refusal({ why, inside }: { why: keyof typeof WORDS; inside?: boolean }) {
  const [title, text] = WORDS[why];
  const Box = inside ? 'div' : 'main';
  return (
    <Box className="mx-auto max-w-xl px-5 py-16">
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="mt-3 text-ink-soft">{text}</p>
      <p className="mt-6">
        <Link className="btn" href="/">
          Về việc của tôi
        </Link>
      </p>
    </Box>
  );
}
