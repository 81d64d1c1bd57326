export type Cluster = {
  pid: number | undefined;
  port: number;
  home: string;
  exited: Promise<unknown>;
  url: (database?: string) => string;
  stop: () => Promise<void>;
};
export function startCluster(options: { dir: string; throwAway?: boolean; port?: number }): Promise<Cluster>;
