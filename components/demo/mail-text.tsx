import { textLinkClass } from '#components/ui/text-link';

/** A mail as plain text; addresses of this very site become links, nothing else does. */
export function MailText({ text, origin }: { text: string; origin: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/);
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {parts.map((part, index) =>
        part.startsWith(`${origin}/`) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
          <a key={index} href={part.slice(origin.length)} className={textLinkClass}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
