import { NotFoundMessage } from '#components/shell/not-found-message';
import { PublicShell } from '#components/shell/public-shell';
import { paths } from '#lib/platform/paths';

export default function NotFound() {
  return (
    <PublicShell>
      <NotFoundMessage homeHref={paths.home} />
    </PublicShell>
  );
}
