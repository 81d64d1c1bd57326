/**
 * Where the person comes from decides the procedure: five steps for one's own people, three for someone from elsewhere, three for the one who
 * holds the title already and is kept in it (reappointed, or extended to retirement).
 */
export type ProcedureSource = 'local' | 'outside' | 'incumbent';

/** What votes of a step are counted on: who was summoned, or all members of the body. Never who was present. */
export type StepBase = 'summoned' | 'members';

/**
 * nomination: one name a post on each slip, over half goes on, else the two highest; vote: the same slip, over half or nobody;
 * opinion: each name on its own, heard and not decisive; none: nothing is voted on.
 */
export type BallotKind = 'none' | 'nomination' | 'vote' | 'opinion';

export type Step = {
  /** From 1. */
  number: number;
  key: string;
  name: string;
  participants: string;
  task: string;
  /** A meeting has an attendance and a quorum; otherwise papers go between offices. */
  meeting: boolean;
  ballot: BallotKind;
  base: StepBase;
  /** Whether the meeting is told the result. What it is not told is on no print. */
  announced: boolean;
  /** 'optional': slips may be signed or not. */
  secret: boolean | 'optional';
  /** What a step that is no meeting leaves behind, by the words of its form; number null: it has none. */
  paper?: { title: string; day: string; number: string | null };
};

const talk = { ballot: 'none', base: 'summoned', announced: true, secret: false } as const;

/** Nghị định 170/2025 arts. 33 and following; Quy định 377-QĐ/TW for the leadership's own meetings. */
const LOCAL: readonly Step[] = [
  {
    ...talk,
    number: 1,
    key: 'review',
    name: 'Hội nghị tập thể lãnh đạo (lần 1)',
    participants: 'Tập thể lãnh đạo',
    task: 'Thảo luận cơ cấu, số lượng, tiêu chuẩn; rà soát quy hoạch và kết quả đánh giá; lập danh sách người đủ điều kiện.',
    meeting: true,
  },
  {
    number: 2,
    key: 'nominate',
    name: 'Hội nghị tập thể lãnh đạo mở rộng',
    participants: 'Tập thể lãnh đạo và người đứng đầu các đơn vị trực thuộc',
    task: 'Giới thiệu nhân sự bằng phiếu kín, mỗi vị trí một người.',
    meeting: true,
    ballot: 'nomination',
    base: 'summoned',
    announced: false,
    secret: true,
  },
  {
    number: 3,
    key: 'select',
    name: 'Hội nghị tập thể lãnh đạo (lần 2)',
    participants: 'Tập thể lãnh đạo',
    task: 'Phân tích kết quả giới thiệu và biểu quyết bằng phiếu kín; khác kết quả bước 2 thì báo cáo, giải trình.',
    meeting: true,
    ballot: 'vote',
    base: 'members',
    announced: true,
    secret: true,
  },
  {
    number: 4,
    key: 'consult',
    name: 'Hội nghị cán bộ chủ chốt',
    participants: 'Cán bộ chủ chốt',
    task: 'Lấy ý kiến bằng phiếu về nhân sự được giới thiệu; phiếu có thể ký tên hoặc không.',
    meeting: true,
    ballot: 'opinion',
    base: 'summoned',
    announced: false,
    secret: 'optional',
  },
  {
    number: 5,
    key: 'decide',
    name: 'Hội nghị tập thể lãnh đạo (lần 3)',
    participants: 'Tập thể lãnh đạo',
    task: 'Xem xét ý kiến của cấp ủy, xác minh vấn đề mới; thảo luận và biểu quyết nhân sự bằng phiếu kín.',
    meeting: true,
    ballot: 'vote',
    base: 'members',
    announced: true,
    secret: true,
  },
];

const OUTSIDE: readonly Step[] = [
  {
    ...talk,
    number: 1,
    key: 'receiving',
    name: 'Trao đổi với tập thể lãnh đạo nơi tiếp nhận',
    participants: 'Tập thể lãnh đạo nơi tiếp nhận',
    task: 'Thống nhất chủ trương tiếp nhận và nhân sự dự kiến.',
    meeting: true,
  },
  {
    number: 2,
    key: 'sending',
    name: 'Tập thể lãnh đạo nơi đang công tác biểu quyết',
    participants: 'Tập thể lãnh đạo nơi đang công tác',
    task: 'Trao đổi, nhận xét, biểu quyết bằng phiếu kín; lập hồ sơ; gặp nhân sự trao đổi nhiệm vụ.',
    meeting: true,
    ballot: 'vote',
    base: 'summoned',
    announced: true,
    secret: true,
  },
  {
    ...talk,
    number: 3,
    key: 'appraise',
    name: 'Thẩm định và trình cấp có thẩm quyền',
    participants: 'Các cơ quan liên quan',
    task: 'Lấy ý kiến thẩm định của các cơ quan liên quan; trình cấp có thẩm quyền quyết định.',
    meeting: false,
    paper: { title: 'Thẩm định', day: 'Ngày trình', number: 'Số tờ trình' },
  },
];

/** Nghị định 170/2025 arts. 28 and following: notice, the person's own account, the vote of the leadership. */
const INCUMBENT: readonly Step[] = [
  {
    ...talk,
    number: 1,
    key: 'notice',
    name: 'Thông báo hết thời hạn giữ chức vụ',
    participants: 'Cá nhân và đơn vị nơi công tác nhận thông báo',
    task: 'Thông báo bằng văn bản cho cá nhân và đơn vị trước khi hết thời hạn giữ chức vụ.',
    meeting: false,
    paper: { title: 'Thông báo', day: 'Ngày thông báo', number: 'Số, ký hiệu thông báo' },
  },
  {
    ...talk,
    number: 2,
    key: 'self_review',
    name: 'Cá nhân tự nhận xét, đánh giá',
    participants: 'Người giữ chức vụ',
    task: 'Tự nhận xét, đánh giá việc thực hiện chức trách, nhiệm vụ trong thời hạn giữ chức vụ, gửi tập thể lãnh đạo.',
    meeting: false,
    paper: { title: 'Bản tự nhận xét, đánh giá', day: 'Ngày nộp', number: null },
  },
  {
    number: 3,
    key: 'renew',
    name: 'Hội nghị tập thể lãnh đạo',
    participants: 'Tập thể lãnh đạo',
    task: 'Thảo luận, nhận xét, đánh giá; biểu quyết bằng phiếu kín việc tiếp tục giữ chức vụ.',
    meeting: true,
    ballot: 'vote',
    base: 'members',
    announced: true,
    secret: true,
  },
];

export const STEPS: Record<ProcedureSource, readonly Step[]> = { local: LOCAL, outside: OUTSIDE, incumbent: INCUMBENT };

export const SOURCE_WORDS: Record<ProcedureSource, string> = {
  local: 'nguồn nhân sự tại chỗ',
  outside: 'nguồn nhân sự từ nơi khác',
  incumbent: 'bổ nhiệm lại, kéo dài',
};

export const BASE_WORDS: Record<StepBase, string> = {
  summoned: 'số người được triệu tập',
  members: 'tổng số thành viên',
};

export const stepOf = (source: ProcedureSource, number: number): Step | undefined =>
  STEPS[source].find((step) => step.number === number);

/** A new person needs the authority's word on the policy before the first step; who is kept in the title does not. */
export const asksPolicy = (source: ProcedureSource): boolean => source !== 'incumbent';

/** Whether a step leaves a paper of this house: the minutes of a meeting, the notice. */
export const isPrinted = ({ meeting, key }: Pick<Step, 'meeting' | 'key'>): boolean => meeting || key === 'notice';
