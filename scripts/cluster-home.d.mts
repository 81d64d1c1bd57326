export function removeHome(dir: string): void;
