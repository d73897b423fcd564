import { NotFoundMessage } from '#components/shell/not-found-message';
import { paths } from '#lib/platform/paths';

export default function NotFound() {
  return <NotFoundMessage homeHref={paths.admin.overview} />;
}
