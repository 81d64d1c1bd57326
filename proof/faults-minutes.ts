import { Minutes } from '@/domain/meetings/inputs';

const vote = (text: string) => ({
  kind: 'ordinary' as const,
  text,
  base: 40,
  baseReason: 'Theo danh sách của buổi họp',
  inFavour: 1,
  against: 0,
  other: 0,
});

/** Minutes as a form sends them, with two votes, an opinion and an assignment; whoever is not named was there as usual. */
export const minutesOf = (heldOn: string, text: string): Minutes =>
  Minutes.parse({
    heldOn,
    startsAt: '19:30',
    endsAt: '20:45',
    place: 'Nhà văn hóa',
    chairName: 'Nguyễn Văn An',
    secretaryName: 'Trần Thị Bình',
    agenda: [{ title: `Nội dung ${text}` }],
    opinions: [{ speakerName: 'Nguyễn Văn An', text: `Ý kiến ${text}` }],
    conclusion: `Kết luận ${text}`,
    resolutions: [vote(`Biểu quyết một ${text}`), vote(`Biểu quyết hai ${text}`)],
    assignments: [{ text: `Việc ${text}`, memberName: 'Trần Thị Bình', dueOn: heldOn }],
  });
