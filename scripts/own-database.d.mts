import type { Cluster } from './cluster.mjs';

export function openOwnDatabase(options: {
  dir: string;
  secrets: { owner: string; app: string };
  name?: string;
  throwAway?: boolean;
}): Promise<{ cluster: Cluster; ownerUrl: string; appUrl: string }>;
