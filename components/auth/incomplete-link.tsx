import { Unlink } from 'lucide-react';
import { MessagePage } from '#components/ui/message-page';
import { TextLink } from '#components/ui/text-link';

interface IncompleteLinkProps {
  title: string;
  text: string;
  /** Where a whole one comes from. */
  way?: { href: string; label: string };
}

/** A mailed address that lost its token on the way. */
export function IncompleteLink({ title, text, way }: IncompleteLinkProps) {
  return (
    <MessagePage
      icon={<Unlink aria-hidden className="size-8" />}
      title={title}
      actions={way && <TextLink href={way.href}>{way.label}</TextLink>}
    >
      <p>{text}</p>
    </MessagePage>
  );
}
