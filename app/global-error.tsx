'use client';
import { Failure } from '#components/ui/failure';
import './globals.css';

interface GlobalErrorProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** Takes the place of the root layout when that has failed. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body className="bg-canvas font-sans text-ink">
        <Failure digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
