type Accounts = readonly { email: string; password: string; role: string; totp_secret: string | null }[];

/** One line an account, in columns. */
export function accountTable(items: Accounts): string {
  const widest = Math.max(0, ...items.map(({ email }) => email.length));
  return items
    .map(({ email, password, role, totp_secret }) =>
      [email.padEnd(widest), password, role.padEnd(7), totp_secret ?? ''].join('  ').trimEnd(),
    )
    .join('\n');
}
