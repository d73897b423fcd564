/**
 * The log may never hold what a statement carried: `log_min_messages=log` leaves out every ERROR (its text quotes
 * values), terse leaves out DETAIL, and no statement or parameter is written.
 * https://www.postgresql.org/docs/current/runtime-config-logging.html
 */
const silence = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
};

const common = {
  // PostgreSQL's own default: a start and each command beside it hold up to 22 (pool 20, queue 2).
  max_connections: '100',
  shared_buffers: '128MB',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Only for clusters that a test throws away: a power cut may destroy them, and nobody minds. */
const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'on' };

export function settings(durable: boolean): string[] {
  const chosen = { ...common, ...silence, ...(durable ? {} : throwaway) };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
