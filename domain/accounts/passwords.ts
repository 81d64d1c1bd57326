export const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;
/** Lists of guessed passwords begin with these. */
const WORN = ['1234567890', '0123456789', 'password', 'matkhau', 'qwertyuiop', 'abcdefghij', '1111111111', '0000000000'];

type Wanted = { password: string; repeated: string; username: string };

/** What is wrong with a new password: 10–200 signs, not the user name, not among the first that are guessed. Nothing about kinds of signs: length is what helps. */
export function passwordProblems({ password, repeated, username }: Wanted): { path: string; message: string }[] {
  const length = [...password].length;
  const folded = password.toLowerCase();
  if (length < MIN_PASSWORD)
    return [
      {
        path: 'password',
        message: `Mật khẩu mới mới có ${length} ký tự. Hãy đặt ít nhất ${MIN_PASSWORD} ký tự, ví dụ bốn từ không liên quan.`,
      },
    ];
  if (length > MAX_PASSWORD)
    return [{ path: 'password', message: `Mật khẩu mới dài quá ${MAX_PASSWORD} ký tự. Hãy đặt ngắn hơn.` }];
  if (folded.includes(username.toLowerCase()) && username.length >= 4)
    return [{ path: 'password', message: 'Mật khẩu mới chứa tên đăng nhập nên dễ đoán. Hãy đặt mật khẩu khác.' }];
  if (folded === username.toLowerCase() || WORN.some((worn) => folded.startsWith(worn)))
    return [{ path: 'password', message: 'Mật khẩu này nằm trong số hay bị đoán nhất. Hãy đặt mật khẩu khác.' }];
  if (password !== repeated) return [{ path: 'repeated', message: 'Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.' }];
  return [];
}

const SYLLABLES = [
  'ba',
  'cam',
  'dua',
  'ga',
  'hoa',
  'keo',
  'lua',
  'mai',
  'nam',
  'oi',
  'pho',
  'que',
  'sen',
  'tre',
  'voi',
  'xoai',
  'yen',
  'mit',
  'buoi',
  'chanh',
  'thong',
  'truc',
  'cau',
  'dao',
  'man',
  'tao',
  'tep',
  'cua',
  'muc',
  'hau',
  'vit',
  'ong',
];

/** A temporary password that can be read out on the telephone. random: a whole number from 0 up to but not including its argument. About 45 bits. */
export function temporaryPassword(random: (below: number) => number): string {
  const word = () => SYLLABLES[random(SYLLABLES.length)] ?? 'sen';
  const number = () => String(random(1000)).padStart(3, '0');
  return `${word()}-${word()}-${word()}-${word()}-${word()}-${number()}-${number()}`;
}
