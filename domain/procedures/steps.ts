/** Where the person comes from decides the procedure: five steps for one's own people, three for someone from elsewhere. */
export type ProcedureSource = 'local' | 'outside';

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
  },
];

export const STEPS: Record<ProcedureSource, readonly Step[]> = { local: LOCAL, outside: OUTSIDE };

export const SOURCE_WORDS: Record<ProcedureSource, string> = {
  local: 'nguồn nhân sự tại chỗ',
  outside: 'nguồn nhân sự từ nơi khác',
};

export const BASE_WORDS: Record<StepBase, string> = {
  summoned: 'số người được triệu tập',
  members: 'tổng số thành viên',
};

export const stepOf = (source: ProcedureSource, number: number): Step | undefined =>
  STEPS[source].find((step) => step.number === number);
