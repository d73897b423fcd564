/** What PostgreSQL's programs inherit: no secret of ours, and no PG* variable that would bend their behaviour. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env;
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
