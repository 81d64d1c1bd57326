import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = process.env.NEXT_DIST ?? '.next';
const read = <T>(path: string): T => JSON.parse(readFileSync(join(DIST, path), 'utf8')) as T;

/** address: with its parameters in brackets, as in `/members/[memberId]`. */
export type BuiltRoute = { address: string; kind: 'page' | 'route' };
/** An action as the build made it reachable. `file` and `name` say which; `pages` are the addresses that carry it. */
export type BuiltAction = { id: string; name: string; file: string; pages: string[] };

/** Every page and route handler of the build: what is not here cannot be asked for. */
export function routes(): BuiltRoute[] {
  const paths = read<Record<string, string>>('app-path-routes-manifest.json');
  return Object.entries(paths).map(([path, address]) => ({ address, kind: path.endsWith('/page') ? 'page' : 'route' }));
}

/** Every server action of the build. */
export function actions(): BuiltAction[] {
  type Entry = { exportedName: string; filename: string; workers: Record<string, unknown> };
  const paths = read<Record<string, string>>('app-path-routes-manifest.json');
  const { node } = read<{ node: Record<string, Entry> }>('server/server-reference-manifest.json');
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => ({
    id,
    name: exportedName,
    file: filename,
    pages: Object.keys(workers).flatMap((worker) => paths[worker.replace(/^app/, '')] ?? []),
  }));
}

/** The action of that file and name; throws when the build has none. */
export function actionOf(file: string, name: string): BuiltAction {
  const found = actions().find((action) => action.file === file && action.name === name);
  if (!found) throw new Error(`the build has no action ${name} of ${file}`);
  return found;
}
