export function startApp(options: { root: string; env: Record<string, string | undefined>; dev?: boolean; quiet?: boolean }): {
  pid: number | undefined;
  exited: Promise<unknown>;
  ready: () => Promise<void>;
  stop: () => Promise<void>;
};
