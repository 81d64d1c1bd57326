import type { People } from './demo-plan';
import type { Random } from './random';

type Pool = { ethnicity: string; families: string[]; middleMan: string[]; middleWoman: string[]; men: string[]; women: string[] };

const KINH_MEN =
  'An Anh Bình Bảo Chiến Công Cường Dũng Duy Đạt Điệp Đông Đức Giang Hà Hải Hiếu Hòa Hoàng Hùng Hưng Khánh Khoa Kiên Lâm Long Mạnh Minh Nam Nghĩa Phong Phú Phúc Quang Quân Quyết Sơn Tài Thái Thắng Thành Thọ Tiến Toàn Trung Tuấn Tùng Việt Vinh'.split(
    ' ',
  );
const KINH_WOMEN =
  'Anh Ánh Bích Chi Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hồng Huệ Huyền Hương Lan Liên Linh Loan Mai Minh Nga Ngân Ngọc Nhung Oanh Phương Quyên Quỳnh Tâm Thảo Thanh Thu Thúy Thủy Trang Tuyết Vân Xuân Yến'.split(
    ' ',
  );
const KINH_MIDDLE = {
  middleMan: ['Văn', 'Văn', 'Đức', 'Quang', 'Minh', 'Hữu', 'Xuân', 'Quốc', 'Thanh', 'Đình'],
  middleWoman: ['Thị', 'Thị', 'Thị Thu', 'Thị Minh', 'Thị Hồng', 'Thanh', 'Ngọc', 'Thị Kim'],
};

const POOLS: Record<People, Pool> = {
  kinh: {
    ethnicity: 'Kinh',
    families:
      'Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Hoàng Vũ Vũ Đặng Bùi Đỗ Ngô Dương Đinh Phan Trịnh Tạ Đoàn Mai'.split(' '),
    ...KINH_MIDDLE,
    men: KINH_MEN,
    women: KINH_WOMEN,
  },
  thai: {
    ethnicity: 'Thái',
    families: 'Lò Lò Lò Quàng Cà Lường Tòng Vì Bạc Cầm Điêu Hoàng Mào Lù'.split(' '),
    middleMan: ['Văn', 'Văn', 'Minh', 'Thanh'],
    middleWoman: ['Thị', 'Thị', 'Thị Hồng'],
    men: 'Ánh Biên Chung Cương Dân Đoán Hặc Hịa Hùng Inh Khụt Lả Ngoan Ơn Pâng Phương Thoan Tiên Tâng Xôm Ún'.split(' '),
    women: 'Ánh Bun Biên Chiên Dinh Hiêng Hoan Loan Ngân Ngoan Oanh Phong Pọm Thiêm Thoa Tiên Xoan Yên'.split(' '),
  },
  mong: {
    ethnicity: 'Mông',
    families: 'Giàng Sùng Vàng Thào Mùa Lầu Hạng Chá Ly Hờ Vừ Sồng Cứ Phàng'.split(' '),
    middleMan: ['A', 'A', 'A', 'Thanh', 'Bá'],
    middleWoman: ['Thị', 'Thị', 'Mai'],
    men: 'Chu Chính Dính Giàng Hồng Lử Mua Nhà Páo Phừ Sà Súa Sử Tủa Vảng Thào Chống Dơ'.split(' '),
    women: 'Chở Dí Dợ Mỷ Pà Sua Xay Mo Chứ Ganh Dua Súa Vá'.split(' '),
  },
  tay: {
    ethnicity: 'Tày',
    families: 'Nông Hoàng Triệu Lý Bế Ma Hà Đàm Lương Vi Lâm'.split(' '),
    middleMan: ['Văn', 'Đức', 'Ích', 'Quang', 'Thế'],
    middleWoman: ['Thị', 'Thị', 'Thị Bích', 'Thị Lệ'],
    men: KINH_MEN,
    women: KINH_WOMEN,
  },
  dao: {
    ethnicity: 'Dao',
    families: 'Triệu Bàn Phàn Đặng Chảo Tẩn Lý Phùng'.split(' '),
    middleMan: ['Văn', 'Tòn', 'Sành', 'Tiến', 'Láo'],
    middleWoman: ['Thị', 'Mùi', 'Tả'],
    men: 'Chiêu Phú Phin Quyên Sành Thương Tiến Vạn Lở Khé Ỳ Sang Hương'.split(' '),
    women: 'Mẩy Chài Nái Pham Liều Ghến Mùi Khé Náy Sinh'.split(' '),
  },
  khmu: {
    ethnicity: 'Khơ Mú',
    families: 'Quàng Lường Cứ Moong Lò Ốc Cút'.split(' '),
    middleMan: ['Văn'],
    middleWoman: ['Thị'],
    men: 'Đôi Chiến Thìn Xuân Hoan Khăm Sơn Phiên'.split(' '),
    women: 'Thoi Hoa Xâm Pánh Chom Lả Nga'.split(' '),
  },
};

/** A full name in NFC as the people of that community have it, with the ethnicity that goes with it. */
export function personName(random: Random, people: People, female: boolean): { fullName: string; ethnicity: string } {
  const pool = POOLS[people];
  const family = random.pick(pool.families);
  const middle = random.pick(female ? pool.middleWoman : pool.middleMan);
  const names = (female ? pool.women : pool.men).filter((name) => !middle.endsWith(name));
  const given = random.pick(names);
  return { fullName: `${family} ${middle} ${given}`.normalize('NFC'), ethnicity: pool.ethnicity };
}

export type PossibleName = { people: People; female: boolean; fullName: string; ethnicity: string };

/** Every name that the pools can give, common families and middle names as often as they are common. */
export function possibleNames(): PossibleName[] {
  return (Object.keys(POOLS) as People[]).flatMap((people) =>
    [false, true].flatMap((female) => {
      const { families, middleMan, middleWoman, men, women, ethnicity } = POOLS[people];
      return families.flatMap((family) =>
        (female ? middleWoman : middleMan).flatMap((middle) =>
          (female ? women : men)
            .filter((given) => !middle.endsWith(given))
            .map((given) => ({ people, female, fullName: `${family} ${middle} ${given}`.normalize('NFC'), ethnicity })),
        ),
      );
    }),
  );
}
