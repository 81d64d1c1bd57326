/** The places that a home place names, as small letters: 'Xã Cũ (nay là xã Đông Sơn), tỉnh Bình Sơn' names three. */
export const placesIn = (homePlace: string): string[] =>
  homePlace
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[,;()–-]|nay là/)
    .map((place) => place.trim());
