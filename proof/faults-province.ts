import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startApp } from '../scripts/app-server.mjs';
import { loadDemo } from '../scripts/browser-stories.mjs';
import { type Cluster, startCluster } from '../scripts/cluster.mjs';
import { removeHome } from '../scripts/cluster-home.mjs';
import { openOwnDatabase } from '../scripts/own-database.mjs';
import { childrenOf, freePort, isAlive, waitUntil } from '../scripts/processes.mjs';
import { Visitor } from './visitor';

const DATABASE = 'so_to_chuc';
const ROOT = process.cwd();
const SECRETS = { owner: 'chu-so-huu', app: 'ung-dung' };

/** A demo province as an operator runs it: a cluster that keeps what it acknowledged, and a server; each can be killed and started again. */
export class MortalProvince {
  /** Someone who is signed in all the time: back is what opens a page for them. */
  readonly visitor: Visitor;
  private app: ReturnType<typeof startApp>;

  private constructor(
    private readonly dir: string,
    private readonly env: Record<string, string | undefined>,
    private cluster: Cluster,
    readonly address: string,
  ) {
    this.visitor = new Visitor(address);
    this.app = this.newApp();
  }

  static async open(): Promise<MortalProvince> {
    const dir = mkdtempSync(join(tmpdir(), 'so-to-chuc-loi-'));
    const { cluster, ownerUrl, appUrl } = await openOwnDatabase({ dir, secrets: SECRETS, name: DATABASE });
    const port = String(await freePort());
    const address = `http://localhost:${port}`;
    const here = { PORT: port, HOST: '127.0.0.1', NEXTAUTH_URL: address, LOG_LEVEL: 'silent' };
    const env = { ...process.env, ...here, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
    await loadDemo(ROOT, env);
    const province = new MortalProvince(dir, env, cluster, address);
    await province.app.ready();
    await province.visitor.signIn('chuyenvien');
    return province;
  }

  /** Asks as the database's superuser, on a connection of its own. */
  async asking<T>(work: (db: pg.Client) => Promise<T>): Promise<T> {
    const db = new pg.Client({ connectionString: this.cluster.url(DATABASE) });
    await db.connect();
    try {
      return await work(db);
    } finally {
      await db.end();
    }
  }

  /** Asks as the owner of the tables, as the checks do. */
  get ownerUrl(): string {
    return this.env.DATABASE_OWNER_URL as string;
  }

  /** Kills the server process of the database and all its children at once. */
  async killDatabase(): Promise<void> {
    const server = this.cluster.pid as number;
    const all = [server, ...childrenOf(server)];
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await this.cluster.exited;
    await waitUntil(() => !all.some(isAlive), 10);
  }

  /** Starts the database again. @returns milliseconds until a page answers, the application having done nothing but wait */
  startDatabase(): Promise<number> {
    return this.untilBack(async () => {
      this.cluster = await startCluster({ dir: this.dir, port: this.cluster.port });
    });
  }

  async killApp(): Promise<void> {
    process.kill(this.app.pid as number, 'SIGKILL');
    await this.app.exited;
  }

  /** Starts the application again. @returns milliseconds until a page answers */
  startApp(): Promise<number> {
    return this.untilBack(async () => {
      this.app = this.newApp();
    });
  }

  /** Stops the database in order and starts it with other settings. */
  async restartDatabase(settings: Record<string, string>): Promise<void> {
    await this.asking(async (db) => {
      for (const [name, value] of Object.entries(settings)) await db.query(`alter system set ${name} = '${value}'`);
    });
    await this.cluster.stop();
    await this.startDatabase();
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.cluster.stop();
    removeHome(this.dir);
  }

  private newApp() {
    return startApp({ root: ROOT, env: this.env, quiet: true });
  }

  private async untilBack(start: () => Promise<void>): Promise<number> {
    const began = performance.now();
    await start();
    const answered = () =>
      this.visitor.get('/units').then(
        ({ status }) => status === 200,
        () => false,
      );
    if (!(await waitUntil(answered, 60))) throw new Error('the service is not back after a minute');
    return Math.round(performance.now() - began);
  }
}
