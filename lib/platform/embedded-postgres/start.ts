import path from 'node:path';
import { preparePostgres } from './binaries';
import { initialise } from './initialise';
import { stopOrphan } from './orphan';
import { launch } from './postmaster';

export interface ClusterOptions {
  /** An existing folder of which the caller holds the owner lock. */
  folder: string;
  superuserPassword: string;
  /** False only for a cluster that a test throws away. */
  durable: boolean;
}

export interface Cluster {
  pid: number;
  port: number;
  /** The superuser's URL of one database of the cluster. */
  superuserUrl(database?: string): string;
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Real PostgreSQL from the npm package, in `folder/postgres`, made on the first start and mended after a kill. */
export async function startCluster({ folder, superuserPassword, durable }: ClusterOptions): Promise<Cluster> {
  const cluster = path.join(folder, 'postgres');
  const native = preparePostgres(path.join(folder, 'programs'));
  await stopOrphan(cluster);
  await initialise({ native, cluster, password: superuserPassword, durable });
  const postmaster = await launch({ native, cluster, durable, logFile: path.join(folder, 'postgres.log') });
  const server = `postgres://postgres:${superuserPassword}@127.0.0.1:${postmaster.port}`;
  return { ...postmaster, superuserUrl: (database = 'postgres') => `${server}/${database}` };
}
