/** The database roles of `db/bootstrap.sql`. None is a superuser, none may bypass row-level security. */
export const roles = {
  owner: 'medisecure_owner',
  app: 'medisecure_app',
  login: 'medisecure_login',
  definer: 'medisecure_definer',
} as const;
