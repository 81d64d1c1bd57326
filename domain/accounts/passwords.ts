import { foldName } from '../names';

export const MIN_PASSWORD = 10;
const MAX_PASSWORD = 200;
/** What everyone who knows this office tries first. */
const KNOWN_WORDS = [
  ...['so', 'to', 'chuc', 'ban', 'tinh', 'xa', 'phuong', 'huyen', 'uy', 'dang', 'bo', 'chi', 'doan', 'the', 'thuong', 'truc'],
  ...['bi', 'thu', 'pho', 'truong', 'vien', 'can', 'chuyen', 'lanh', 'dao', 'kiem', 'tra', 'quan', 'tri', 'he', 'thong'],
  ...['cong', 'san', 'viet', 'nam', 'mat', 'khau', 'mk', 'admin', 'administrator', 'password', 'user', 'root', 'binh', 'son'],
];

type Wanted = {
  password: string;
  repeated: string;
  username: string;
  fullName: string;
  /** Whether leaked lists hold it. */
  isOftenGuessed: (password: string) => boolean;
};

const LONG_OR_SHORT = (length: number) =>
  length < MIN_PASSWORD
    ? `Mật khẩu mới mới có ${length} ký tự. Hãy đặt ít nhất ${MIN_PASSWORD} ký tự, ví dụ bốn từ không liên quan.`
    : length > MAX_PASSWORD && `Mật khẩu mới dài quá ${MAX_PASSWORD} ký tự. Hãy đặt ngắn hơn.`;

/** Do its letters, whatever figures and signs stand between them, spell nothing but words known of this office and this person? */
function isOfKnownWords(password: string, own: readonly string[]): boolean {
  const letters = foldName(password).replace(/[^\p{L}]/gu, '');
  const words = [...KNOWN_WORDS, ...own.flatMap((name) => foldName(name).split(/[^\p{L}]+/u))].filter(Boolean);
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at++)
    if (reached.has(at)) for (const word of words) if (letters.startsWith(word, at)) reached.add(at + word.length);
  return letters.length > 0 && reached.has(letters.length);
}

/**
 * What is wrong with a new password: 10–200 signs, not the user name, not of words known of this office and person, not among the ten thousand
 * that are guessed first. Nothing about kinds of signs: length is what helps.
 */
export function passwordProblems({
  password,
  repeated,
  username,
  fullName,
  isOftenGuessed,
}: Wanted): { path: string; message: string }[] {
  const problem = (message: string, path = 'password') => [{ path, message }];
  const length = LONG_OR_SHORT([...password].length);
  if (length) return problem(length);
  if (password.toLowerCase().includes(username.toLowerCase()) && username.length >= 4)
    return problem('Mật khẩu mới chứa tên đăng nhập nên dễ đoán. Hãy đặt mật khẩu khác.');
  if (isOfKnownWords(password, [username, fullName]))
    return problem('Mật khẩu mới chỉ ghép từ tên cơ quan, chức danh hoặc họ tên nên dễ đoán. Hãy thêm vài từ không liên quan.');
  if (isOftenGuessed(password)) return problem('Mật khẩu này nằm trong số hay bị đoán nhất. Hãy đặt mật khẩu khác.');
  if (password !== repeated) return problem('Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.', 'repeated');
  return [];
}
