/** A database moment ('2026-11-22 02:53:04.12+00' or ISO) as people in Vietnam read it: '09:53 ngày 22/11/2026'. */
export function formatMoment(moment: string): string {
  const at = new Date(moment.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', ...options }).format(at);
  return `${part({ hour: '2-digit', minute: '2-digit', hour12: false })} ngày ${part({ day: '2-digit', month: '2-digit', year: 'numeric' })}`;
}
