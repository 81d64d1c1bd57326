const FORMAT = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** '09:05 22/11/2026' in Vietnam's time. */
export const formatMoment = (moment: Date): string => FORMAT.format(moment);
