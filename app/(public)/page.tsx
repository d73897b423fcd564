import { Landing } from '#components/shell/landing';
import { PublicShell } from '#components/shell/public-shell';
import { isDemo } from '#lib/transport/page-mode';

export default function HomePage() {
  return (
    <PublicShell width="wide">
      <Landing demo={isDemo()} />
    </PublicShell>
  );
}
