export function loadDemo(root: string, env: Record<string, string | undefined>): Promise<void>;
