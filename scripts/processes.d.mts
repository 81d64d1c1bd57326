export function freePort(): Promise<number>;
export function isPortFree(port: number): Promise<boolean>;
export function isAlive(pid: number): boolean;
export function isProgram(pid: number, program: string, text: string): boolean;
export function waitUntil(condition: () => unknown, seconds: number): Promise<boolean>;
export function childrenOf(pid: number): number[];
