import { redirect } from 'next/navigation';
import { paths } from '#lib/platform/paths';

export default function AccountPage(): never {
  redirect(paths.account.security);
}
